import { Level } from '../../expression/print/levels'
import { numberTex } from '../../expression/print/tex'

/** A number as people write it: four significant digits, unless it is to be `exact`, as hyperparameters are. */
export function valueTex(value: number, exact = false): string {
  if (Number.isNaN(value)) return '\\text{undefined}'
  if (!Number.isFinite(value)) return value > 0 ? '\\infty' : '-\\infty'
  return numberTex(exact ? inFull(value) : rounded(value))
}

/** How tightly what `valueTex` gives binds. */
export function valueLevel(value: number, exact = false): Level {
  if (value < 0 || Object.is(value, -0)) return Level.sign
  const tex = valueTex(value, exact)
  return tex.includes('\\cdot') ? Level.product : tex.includes('^') ? Level.power : Level.atom
}

const isFar = (magnitude: number) => magnitude !== 0 && (magnitude >= 1e6 || magnitude < 1e-4)

/** Every digit that tells the number from others. */
const inFull = (value: number) => (isFar(Math.abs(value)) ? value.toExponential() : String(value))

const DIGITS = 4

function rounded(value: number): string {
  const magnitude = Math.abs(value)
  if (isFar(magnitude)) return value.toExponential(2).replace(/\.?0+e/, 'e')
  if (magnitude >= 10 ** DIGITS) return String(Math.round(value))
  return String(Number(value.toPrecision(DIGITS)))
}
