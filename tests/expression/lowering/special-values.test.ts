import { expect, test } from 'vitest'
import { applyFunction } from '../../../src/expression/lowering/functions'
import { scalar } from '../../../src/expression/lowering/scalar'

const call = (name: string, ...x: number[]): number => {
  const args = x.map((value) => ({ value, condition: value !== 0, constant: undefined }))
  const result = applyFunction(scalar, name, args)
  return 'value' in result ? result.value : Number(result.condition)
}

const SPECIAL = [
  0,
  -0,
  1,
  -1,
  0.5,
  -0.5,
  1.5,
  -1.5,
  2,
  -2,
  3,
  -3,
  0.25,
  2.5,
  1e-5,
  -1e-5,
  Math.PI,
  -Math.PI / 2,
  5e-324,
  -5e-324,
  2.2250738585072014e-308,
  1e-310,
  -1e-310,
  1e-160,
  1e155,
  -1e155,
  1e300,
  -1e300,
  709.78,
  709.79,
  710.5,
  -708.5,
  -744.9,
  -745.2,
  -746,
  1e5,
  2 ** 52 - 0.5,
  2 ** 52 + 1,
  2 ** 53,
  -(2 ** 53),
  2 ** 62,
  1.7976931348623157e308,
  -1.7976931348623157e308,
  Number.POSITIVE_INFINITY,
  Number.NEGATIVE_INFINITY,
  Number.NaN,
  1 - 2 ** -53,
  1 + 2 ** -52,
  -1 - 2 ** -52,
  0.9999999999,
  -0.9999999999,
]

/** Same NaN, infinity or signed zero; otherwise equal to a few units in the last place (libraries differ by some). */
const agrees = (got: number, expected: number): boolean => {
  if (!Number.isFinite(expected) || !Number.isFinite(got) || expected === 0) return Object.is(got, expected)
  return Math.abs(got - expected) <= Math.max(4 * 2 ** -52 * Math.abs(expected), 5e-324)
}

const sigmoid = (x: number) => (x >= 0 ? 1 / (1 + Math.exp(-x)) : Math.exp(x) / (1 + Math.exp(x)))
const unary: [string, (x: number) => number][] = [
  ...(
    [
      'sin',
      'cos',
      'tan',
      'asin',
      'acos',
      'atan',
      'sinh',
      'cosh',
      'tanh',
      'asinh',
      'acosh',
      'atanh',
      'exp',
      'log',
      'log2',
      'log10',
      'sqrt',
      'cbrt',
      'abs',
      'sign',
      'floor',
      'ceil',
    ] as const
  ).map((name): [string, (x: number) => number] => [name, Math[name]]),
  ['sec', (x) => 1 / Math.cos(x)],
  ['csc', (x) => 1 / Math.sin(x)],
  ['cot', (x) => 1 / Math.tan(x)],
  ['sigmoid', sigmoid],
  ['softplus', (x) => Math.max(x, 0) + Math.log1p(Math.exp(-Math.abs(x)))],
  ['relu', (x) => (x > 0 ? x : x * 0)],
  ['neg', (x) => -x],
  ['step', (x) => (x >= 0 ? 1 : 0)],
  ['sinc', (x) => (x === 0 ? 1 : Math.sin(x) / x)],
]

test.each(unary)('%s has the special values of IEEE 754', (name, expected) => {
  for (const x of SPECIAL) {
    const got = call(name, x)
    expect(agrees(got, expected(x)), `${name}(${x}) = ${got}, not ${expected(x)}`).toBe(true)
  }
})

/** C's pow, of which ECMAScript's differs only here. */
const pow = (x: number, y: number) => (x === 1 || (x === -1 && Math.abs(y) === Number.POSITIVE_INFINITY) ? 1 : x ** y)
const binary: [string, (x: number, y: number) => number][] = [
  ['pow', pow],
  ['atan2', Math.atan2],
  ['hypot', Math.hypot],
  ['min', Math.min],
  ['max', Math.max],
  ['lt', (a, b) => Number(a < b)],
  ['le', (a, b) => Number(a <= b)],
  ['gt', (a, b) => Number(a > b)],
  ['ge', (a, b) => Number(a >= b)],
  ['eq', (a, b) => Number(a === b)],
  ['ne', (a, b) => Number(a !== b)],
]

test.each(binary)('%s has the special values of IEEE 754', (name, expected) => {
  for (const x of SPECIAL) {
    for (const y of SPECIAL) {
      const got = call(name, x, y)
      expect(agrees(got, expected(x, y)), `${name}(${x}, ${y}) = ${got}, not ${expected(x, y)}`).toBe(true)
    }
  }
})

test('round takes ties to even and keeps the sign of zero', () => {
  const pairs = [
    [0.5, 0],
    [1.5, 2],
    [2.5, 2],
    [-0.5, -0],
    [-1.5, -2],
    [0.49999999999999994, 0],
    [2 ** 52 + 1, 2 ** 52 + 1],
  ]
  for (const [x, expected] of pairs) expect(call('round', x!)).toBe(expected)
  expect(call('round', Number.POSITIVE_INFINITY)).toBe(Number.POSITIVE_INFINITY)
  expect(call('round', Number.NaN)).toBeNaN()
})

test('erf is odd, saturates at one and passes NaN', () => {
  expect(call('erf', -0)).toBe(-0)
  expect(call('erf', 7)).toBe(1)
  expect(call('erf', Number.NEGATIVE_INFINITY)).toBe(-1)
  expect(call('erf', Number.NaN)).toBeNaN()
})

test('the slope of asin is infinite at ±1, not a number beyond', () => {
  expect(call('asin1', 0)).toBe(1)
  expect(call('asin1', 1)).toBe(Number.POSITIVE_INFINITY)
  expect(call('asin1', -1)).toBe(Number.POSITIVE_INFINITY)
  expect(call('asin1', 1.5)).toBeNaN()
  // 1 − 2^-53 is the double below 1: there 1 − x² is 2^-52 to within a rounding.
  expect(call('asin1', 1 - 2 ** -53)).toBeCloseTo(2 ** 26, 0)
})

test('exact cases are exact', () => {
  for (let n = -1074; n < 1024; n++) expect(call('log2', 2 ** n)).toBe(n)
  for (let n = 0; n <= 22; n++) expect(call('log10', 10 ** n)).toBe(n)
  for (let n = 0; n < 2000; n++) expect(call('cbrt', n ** 3)).toBe(n)
  for (let n = 0; n <= 15; n++) expect(call('pow', n, 3)).toBe(n ** 3)
  expect(call('pow', 9, 0.5)).toBe(3)
  expect(call('pow', 2, 10)).toBe(1024)
  expect(call('cos', 0)).toBe(1)
  expect(call('exp', 0)).toBe(1)
  expect(call('atan', 1)).toBe(Math.PI / 4)
  expect(call('hypot', 3, 4)).toBe(5)
})
