import { ERROR_FUNCTION, ERROR_FUNCTION_SPLIT, SCALED_COMPLEMENT, SCALED_COMPLEMENT_POLE } from './coefficients'
import { exp } from './exponential'
import { polynomial } from './polynomial'
import type { Primitives } from './primitives'

/** erf x = x + x P(x²) near zero, 1 − e^(−x²) Q(t) beyond, t = (a − pole) / (a + pole) in [−1, 1]. */
export const erf = <V, C>(p: Primitives<V, C>, x: V): V => {
  const { constant, add, sub, mul, div, lt, select } = p
  const a = p.abs(x)
  const near = add(a, mul(a, polynomial(p, mul(a, a), ERROR_FUNCTION)))
  // From 6 on the result is 1 to the last bit.
  const bounded = select(lt(constant(6), a), constant(6), a)
  const t = div(sub(bounded, constant(SCALED_COMPLEMENT_POLE)), add(bounded, constant(SCALED_COMPLEMENT_POLE)))
  const complement = mul(exp(p, p.neg(mul(bounded, bounded))), polynomial(p, t, SCALED_COMPLEMENT))
  const far = sub(constant(1), complement)
  return p.copySign(select(lt(a, constant(ERROR_FUNCTION_SPLIT)), near, far), x)
}
