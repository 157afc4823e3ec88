import * as error from '../../src/expression/lowering/error-function'
import * as exponential from '../../src/expression/lowering/exponential'
import * as hyperbolic from '../../src/expression/lowering/hyperbolic'
import * as inverse from '../../src/expression/lowering/inverse-trigonometric'
import * as logarithm from '../../src/expression/lowering/logarithm'
import * as power from '../../src/expression/lowering/power'
import type { Primitives } from '../../src/expression/lowering/primitives'
import * as root from '../../src/expression/lowering/root'
import * as trigonometric from '../../src/expression/lowering/trigonometric'
import { type BigFloat, div, fromNumber, sqrt } from './bigfloat'
import * as references from './references'
import { around, aroundMultiples, logUniform, one, pair, type Random, type Sampler, signed, uniform } from './sampling'

/** A function, the truth about it, and where to try it. */
export interface Case {
  readonly name: string
  readonly compute: (p: Primitives<number, boolean>, ...x: number[]) => number
  readonly reference: (...x: BigFloat[]) => BigFloat
  readonly samples: readonly Sampler[]
}

type Compute = (p: Primitives<number, boolean>, x: number) => number
type Compute2 = (p: Primitives<number, boolean>, x: number, y: number) => number

const ONE = fromNumber(1)
const unary = (
  name: string,
  compute: Compute,
  reference: (x: BigFloat) => BigFloat,
  samples: readonly ((draw: Random) => number)[],
): Case => ({
  name,
  compute: (p, x) => compute(p, x!),
  reference: (x) => reference(x!),
  samples: samples.map(one),
})
const binary = (
  name: string,
  compute: Compute2,
  reference: (x: BigFloat, y: BigFloat) => BigFloat,
  samples: readonly Sampler[],
): Case => ({
  name,
  compute: (p, x, y) => compute(p, x!, y!),
  reference: (x, y) => reference(x!, y!),
  samples,
})

const everywhere = signed(logUniform(-1074, 1023.9))
const positive = logUniform(-1074, 1023.9)
/** Where e^x is neither zero nor infinite, by exponents, evenly, and where it is used most. */
const exponents = [signed(logUniform(-60, 9.46)), uniform(-745.2, 709.8), uniform(-2, 2)]
const angles = [
  signed(logUniform(-1074, 21.5)),
  uniform(-7, 7),
  uniform(-3e6, 3e6),
  aroundMultiples(2e6),
  aroundMultiples(40),
]
const unit = [
  signed(logUniform(-1074, 0)),
  uniform(-1, 1),
  around(0.5, -53, -3),
  (draw: Random) => 1 - logUniform(-53, 0)(draw),
]
const logarithms = [positive, uniform(0.4, 2.2), around(1, -52, -2), around(Math.SQRT2, -52, -8), logUniform(-1, 12)]
const powers = [
  pair(logUniform(-10, 10), signed(logUniform(-10, 7))),
  pair(logUniform(-1074, 1023), uniform(-1, 1)),
  pair(around(1, -40, -1), signed(logUniform(0, 40))),
  pair(uniform(0, 4), uniform(-10, 10)),
]

export const cases: readonly Case[] = [
  unary('sqrt', (p, x) => p.sqrt(x), sqrt, [positive]),
  unary('exp', exponential.exp, references.expClamped, exponents),
  unary('log', logarithm.log, references.log, logarithms),
  unary('log2', logarithm.log2, references.log2, logarithms),
  unary('log10', logarithm.log10, references.log10, logarithms),
  unary('sin', trigonometric.sin, references.sin, angles),
  unary('cos', trigonometric.cos, references.cos, angles),
  unary('tan', trigonometric.tan, references.tan, angles),
  unary('cot', trigonometric.cot, (x) => div(ONE, references.tan(x)), angles),
  unary('sec', trigonometric.sec, (x) => div(ONE, references.cos(x)), angles),
  unary('csc', trigonometric.csc, (x) => div(ONE, references.sin(x)), angles),
  unary('sinc', trigonometric.sinc, (x) => div(references.sin(x), x), angles),
  unary('sin, beyond 3e6', trigonometric.sin, references.sin, [signed(logUniform(21.6, 1023.9))]),
  unary('tan, beyond 3e6', trigonometric.tan, references.tan, [signed(logUniform(21.6, 1023.9))]),
  unary('asin', inverse.asin, references.asin, unit),
  unary('acos', inverse.acos, references.acos, unit),
  unary('atan', inverse.atan, references.atan, [
    everywhere,
    signed(logUniform(-3, 3)),
    around(7 / 16, -52, -6),
    around(16 / 7, -52, -6),
  ]),
  binary('atan2', inverse.atan2, references.atan2, [
    pair(everywhere, everywhere),
    pair(uniform(-2, 2), uniform(-2, 2)),
    pair(signed(logUniform(-8, 8)), signed(logUniform(-8, 8))),
  ]),
  unary('sinh', hyperbolic.sinh, references.sinh, [
    signed(logUniform(-60, 9.47)),
    uniform(-710.4, 710.4),
    uniform(-3, 3),
  ]),
  unary('cosh', hyperbolic.cosh, references.cosh, [
    signed(logUniform(-60, 9.47)),
    uniform(-710.4, 710.4),
    uniform(-3, 3),
  ]),
  unary('tanh', hyperbolic.tanh, references.tanh, [signed(logUniform(-60, 5)), uniform(-3, 3), around(0.625, -50, -3)]),
  unary('asinh', hyperbolic.asinh, references.asinh, [everywhere, uniform(-4, 4), signed(logUniform(-10, 30))]),
  unary('acosh', hyperbolic.acosh, references.acosh, [
    (d) => 1 + logUniform(-52, 1000)(d),
    uniform(1, 4),
    (d) => 1 + logUniform(-20, 3)(d),
  ]),
  unary('atanh', hyperbolic.atanh, references.atanh, [
    signed(logUniform(-60, 0)),
    uniform(-1, 1),
    (d) => 1 - logUniform(-53, -1)(d),
  ]),
  unary('sigmoid', exponential.sigmoid, references.sigmoid, exponents),
  unary('softplus', logarithm.softplus, references.softplus, exponents),
  unary('cbrt', root.cbrt, references.cbrt, [everywhere, uniform(-8, 8)]),
  binary('hypot', root.hypot, references.hypot, [
    pair(uniform(-2, 2), uniform(-2, 2)),
    pair(everywhere, everywhere),
    pair(logUniform(-1074, -500), logUniform(-1074, -500)),
  ]),
  binary('pow', power.pow, references.powClamped, powers),
  unary('erf', error.erf, references.erf, [signed(logUniform(-1070, 2.8)), uniform(-6, 6), uniform(0.9, 1.1)]),
]
