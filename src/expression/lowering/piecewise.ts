import type { Primitives } from './primitives'

export const ceil = <V, C>({ neg, floor }: Primitives<V, C>, x: V): V => neg(floor(neg(x)))

/** To the nearest integer, ties to even; from 2^52 on every double is one. */
export const round = <V, C>(p: Primitives<V, C>, x: V): V => {
  const { constant, add, sub, lt, select } = p
  const a = p.abs(x)
  const rounded = sub(add(a, constant(2 ** 52)), constant(2 ** 52))
  return select(lt(a, constant(2 ** 52)), p.copySign(rounded, x), x)
}

/** −1, 0 or 1; zeros and NaN are themselves. */
export const sign = <V, C>({ constant, lt, select }: Primitives<V, C>, x: V): V =>
  select(lt(constant(0), x), constant(1), select(lt(x, constant(0)), constant(-1), x))

/** x, or 0 where it is not positive; NaN where it is −∞ or NaN. */
export const relu = <V, C>({ constant, mul, lt, select }: Primitives<V, C>, x: V): V =>
  select(lt(constant(0), x), x, mul(x, constant(0)))
