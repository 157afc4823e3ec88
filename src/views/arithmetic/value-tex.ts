import { Level } from '../../expression/print/levels'
import { numberTex } from '../../expression/print/tex'

/** A number as people write it: four significant digits, unless it is to be `exact`, as hyperparameters are. */
export function valueTex(value: number, exact = false): string {
  if (Number.isNaN(value)) return '\\text{undefined}'
  if (!Number.isFinite(value)) return value > 0 ? '\\infty' : '-\\infty'
  return numberTex(exact ? String(value) : rounded(value))
}

/** How tightly what `valueTex` gives binds. */
export function valueLevel(value: number, exact = false): Level {
  if (value < 0 || Object.is(value, -0)) return Level.sign
  return valueTex(value, exact).includes(' ') ? Level.product : Level.atom
}

const DIGITS = 4

function rounded(value: number): string {
  const magnitude = Math.abs(value)
  if (value === 0) return '0'
  if (magnitude >= 1e6 || magnitude < 1e-4) return value.toExponential(2).replace(/\.?0+e/, 'e')
  if (magnitude >= 10 ** DIGITS) return String(Math.round(value))
  return String(Number(value.toPrecision(DIGITS)))
}
