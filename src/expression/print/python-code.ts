import { Level } from './levels'

/** `a if c else b` binds less than anything else. */
export const CONDITIONAL = -1

/**
 * What a Python value is, as far as printing must know: a `number` that Python computes itself, from literals and
 * parameters; a `scalar` of the library, for which `1 / 0` is infinite and no exception; or an `array`, a number a coordinate.
 */
export type Shape = 'number' | 'scalar' | 'array'

/** A piece of Python, and what there is to know of its value. */
export interface Code {
  readonly text: string
  /** How tightly its outermost operation binds: a `Level`, or CONDITIONAL. */
  readonly level: number
  readonly shape: Shape
  /** Whether it is a bool, or an array of them. */
  readonly isCondition?: boolean
  /** Of a `number`: what it is. */
  readonly value?: number
}

/** `code` as an operand that must bind at least as tightly as `least`. */
export const operand = (code: Code, least: number): string => (code.level >= least ? code.text : `(${code.text})`)

const shapes: readonly Shape[] = ['number', 'scalar', 'array']

/** The shape of what is computed from `codes`. */
export const shapeOf = (codes: readonly Code[]): Shape =>
  shapes[Math.max(0, ...codes.map(({ shape }) => shapes.indexOf(shape)))]!

/** From here on a float no longer holds every integer, as Python's int does. */
const LARGEST_INTEGER = 2 ** 53

/**
 * `text` is a number whose value is known. Where Python's own arithmetic would part from IEEE 754, by an exception, by a
 * complex number or by integers without end, the number is written out instead.
 */
export function knownNumber(text: string, level: number, value: number): Code {
  const isTame = Number.isFinite(value) && Math.abs(value) <= LARGEST_INTEGER && !Object.is(value, -0)
  return isTame ? { text, level, shape: 'number', value } : literal(value)
}

const named: ReadonlyMap<number, string> = new Map([
  [Math.PI, 'math.pi'],
  [Math.E, 'math.e'],
  [Number.POSITIVE_INFINITY, 'math.inf'],
])

/** A float to its last bit; whole numbers are ints, as long as a float can be told from them. */
export function literal(value: number): Code {
  const magnitude = Number.isNaN(value) ? 'math.nan' : (named.get(Math.abs(value)) ?? digits(Math.abs(value)))
  const isNegative = value < 0 || Object.is(value, -0)
  const text = Object.is(value, -0) ? '-0.0' : isNegative ? `-${magnitude}` : magnitude
  return { text, level: isNegative ? Level.sign : Level.atom, shape: 'number', value }
}

const digits = (value: number) =>
  value > LARGEST_INTEGER && !String(value).includes('e') ? `${value}.0` : String(value)

/** The same for where an int would not do. */
export function floatLiteral(value: number): string {
  const { text } = literal(value)
  return /^-?\d+$/.test(text) ? `${text}.0` : text
}
