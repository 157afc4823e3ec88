/**
 * Derives every polynomial of src/expression/lowering/coefficients.ts and writes that file:
 * `node scripts/derive/run.mjs polynomials`. Takes about ten seconds.
 */
import { writeFileSync } from 'node:fs'
import { add, type BigFloat, div, fromNumber, mul, neg, scale, sqrt, sub, toNumber } from './bigfloat'
import { cbrt, cos, erf, exp, expm1, log1p, PI, sin, sinh } from './references'
import { type Fit, fitPolynomial } from './remez'

const ONE = fromNumber(1)
const cube = (x: BigFloat) => mul(x, mul(x, x))
/** Just above zero, where a quotient like (sin r − r)/r³ can still be evaluated. */
const NEAR_ZERO = 1e-6
const MARGIN = 1.001
const QUARTER_PI = (toNumber(PI) / 4) * MARGIN
/** tan(π/8)-like bound of s = f/(2+f) for 1+f in [√½, √2]. */
const LARGEST_S = (Math.SQRT2 - 1) / (Math.SQRT2 + 1)

/** The argument of an even or odd function, from its square. */
const ofSquare = (f: (r: BigFloat) => BigFloat) => (z: BigFloat) => f(sqrt(z))
const mapped = (pole: number, f: (a: BigFloat) => BigFloat) => (t: BigFloat) =>
  f(div(mul(fromNumber(pole), add(ONE, t)), sub(ONE, t)))

/** Where erf changes from its series to its complement, and the pole of the complement's variable. */
const ERF_SPLIT = 1
const ERF_POLE = 4
const ERF_END = 6

interface Derivation extends Fit {
  readonly name: string
  readonly says: string
}

const derivations: readonly Derivation[] = [
  {
    name: 'EXPONENTIAL',
    says: '(e^r − 1 − r) / r², |r| ≤ ln 2 / 2.',
    target: (r) => div(sub(expm1(r), r), mul(r, r)),
    weight: (r) => div(mul(r, r), exp(r)),
    low: (-Math.LN2 / 2) * MARGIN,
    high: (Math.LN2 / 2) * MARGIN,
    terms: 10,
  },
  {
    name: 'SINE',
    says: '(sin r − r) / r³ in r², |r| ≤ π/4.',
    target: ofSquare((r) => div(sub(sin(r), r), cube(r))),
    weight: ofSquare((r) => div(cube(r), sin(r))),
    low: NEAR_ZERO,
    high: QUARTER_PI ** 2,
    terms: 6,
  },
  {
    name: 'COSINE',
    says: '(cos r − 1 + r²/2) / r⁴ in r², |r| ≤ π/4.',
    target: ofSquare((r) => div(add(sub(cos(r), ONE), scale(mul(r, r), -1)), mul(mul(r, r), mul(r, r)))),
    weight: ofSquare((r) => div(mul(mul(r, r), mul(r, r)), cos(r))),
    low: NEAR_ZERO,
    high: QUARTER_PI ** 2,
    terms: 6,
  },
  {
    name: 'SINC1',
    says: 'sinc′(x) / x in x², |x| ≤ 2.',
    target: ofSquare((x) => div(sub(mul(x, cos(x)), sin(x)), cube(x))),
    weight: ofSquare((x) => div(cube(x), sub(mul(x, cos(x)), sin(x)))),
    low: NEAR_ZERO,
    high: 4,
    terms: 10,
  },
  {
    name: 'SINC2',
    says: 'sinc″(x) in x², |x| ≤ 2; absolute error.',
    target: ofSquare((x) => div(sub(mul(sub(fromNumber(2), mul(x, x)), sin(x)), scale(mul(x, cos(x)), 1)), cube(x))),
    weight: () => ONE,
    low: NEAR_ZERO,
    high: 4,
    terms: 10,
  },
  {
    name: 'LOGARITHM',
    says: '(3 log(1+f) / 2s − 3 − s²) / s⁴ in s², s = f/(2+f), 1+f in [√½, √2].',
    target: ofSquare((s) => {
      const ratio = div(log1p(div(scale(s, 1), sub(ONE, s))), s)
      return div(sub(sub(scale(mul(fromNumber(3), ratio), -1), fromNumber(3)), mul(s, s)), mul(mul(s, s), mul(s, s)))
    }),
    weight: ofSquare((s) => mul(mul(s, s), mul(s, s))),
    low: NEAR_ZERO,
    high: (LARGEST_S * MARGIN) ** 2,
    terms: 8,
  },
  {
    name: 'HYPERBOLIC_SINE',
    says: '(sinh a − a) / a³ in a², a ≤ 1.',
    target: ofSquare((a) => div(sub(sinh(a), a), cube(a))),
    weight: ofSquare((a) => div(cube(a), sinh(a))),
    low: NEAR_ZERO,
    high: 1,
    terms: 7,
  },
  {
    name: 'CUBE_ROOT',
    says: 'm^(1/3) on [1, 2]: the first estimate.',
    target: cbrt,
    weight: (m) => div(ONE, cbrt(m)),
    low: 1,
    high: 2,
    terms: 7,
  },
  {
    name: 'ERROR_FUNCTION',
    says: `erf(a)/a − 1 in a², a ≤ ${ERF_SPLIT}.`,
    target: ofSquare((a) => sub(div(erf(a), a), ONE)),
    weight: ofSquare((a) => div(a, erf(a))),
    low: NEAR_ZERO,
    high: ERF_SPLIT ** 2,
    terms: 12,
  },
  {
    name: 'SCALED_COMPLEMENT',
    says: `e^(a²) (1 − erf a) in t = (a − pole)/(a + pole), ${ERF_SPLIT} ≤ a ≤ ${ERF_END}; absolute error of erf.`,
    target: mapped(ERF_POLE, (a) => mul(sub(ONE, erf(a)), exp(mul(a, a)))),
    weight: mapped(ERF_POLE, (a) => exp(neg(mul(a, a)))),
    low: (ERF_SPLIT - ERF_POLE) / (ERF_SPLIT + ERF_POLE),
    high: (ERF_END - ERF_POLE) / (ERF_END + ERF_POLE),
    terms: 13,
  },
]

/** The source text of coefficients.ts. */
export const derive = (): string => {
  const tables = derivations.map((derivation) => {
    const { coefficients, error } = fitPolynomial(derivation)
    const rows = coefficients.map((c) => `  ${c},\n`).join('')
    return `/** ${derivation.says} Largest error ${error.toExponential(1)}. */\nexport const ${derivation.name} = [\n${rows}]\n`
  })
  const head = '// Written by scripts/derive/polynomials.ts: near-minimax, by the algorithm of Remez. Do not edit.\n'
  const constants = `export const ERROR_FUNCTION_SPLIT = ${ERF_SPLIT}\nexport const SCALED_COMPLEMENT_POLE = ${ERF_POLE}\n`
  return `${head}\n${tables.join('\n')}\n${constants}`
}

export const main = (): void => {
  writeFileSync(new URL('../../src/expression/lowering/coefficients.ts', import.meta.url), derive())
}
