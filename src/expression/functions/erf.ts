/**
 * The error function, 2/sqrt(pi) times the integral of exp(-t²) from 0 to x, within 1 ulp.
 * Rational approximations of FreeBSD msun's s_erf.c (Sun Microsystems, 1993).
 */
export function erf(x: number): number {
  const magnitude = Math.abs(x)
  if (Number.isNaN(x)) return x
  if (magnitude >= 6) return Math.sign(x)
  if (magnitude < 0.84375) return small(x)
  const value = magnitude < 1.25 ? middle(magnitude) : 1 - tail(magnitude)
  return x < 0 ? -value : value
}

/** c[0] + c[1] x + c[2] x² + … */
function horner(x: number, c: readonly number[]): number {
  let sum = 0
  for (let i = c.length - 1; i >= 0; i--) sum = sum * x + c[i]!
  return sum
}

function small(x: number): number {
  if (Math.abs(x) < 2 ** -28) return x + 0.1283791670955126 * x
  const z = x * x
  return x + (x * horner(z, pp)) / horner(z, qq)
}

function middle(x: number): number {
  return 0.8450629115104675 + horner(x - 1, pa) / horner(x - 1, qa)
}

/** erfc on [1.25, 6): exp(-x²) is split as exp(-z²) exp(z² - x²) with z = x cut to 32 bits, so that z² is exact. */
function tail(x: number): number {
  const s = 1 / (x * x)
  const ratio = x < 1 / 0.35 ? horner(s, ra) / horner(s, sa) : horner(s, rb) / horner(s, sb)
  const z = Math.fround(x)
  return (Math.exp(-z * z - 0.5625) * Math.exp((z - x) * (z + x) + ratio)) / x
}

const pp = [
  0.12837916709551256, -0.3250421072470015, -0.02848174957559851, -0.005770270296489442, -0.000023763016656650163,
]
const qq = [
  1, 0.39791722395915535, 0.0650222499887673, 0.005081306281875766, 0.00013249473800432164, -0.000003960228278775368,
]
const pa = [
  -0.0023621185607526594, 0.41485611868374833, -0.3722078760357013, 0.31834661990116175, -0.11089469428239668,
  0.035478304325618236, -0.002166375594868791,
]
const qa = [
  1, 0.10642088040084423, 0.540397917702171, 0.07182865441419627, 0.12617121980876164, 0.01363708391202905,
  0.011984499846799107,
]
const ra = [
  -0.009864944034847148, -0.6938585727071818, -10.558626225323291, -62.375332450326006, -162.39666946257347,
  -184.60509290671104, -81.2874355063066, -9.814329344169145,
]
const sa = [
  1, 19.651271667439257, 137.65775414351904, 434.56587747522923, 645.3872717332679, 429.00814002756783,
  108.63500554177944, 6.570249770319282, -0.0604244152148581,
]
const rb = [
  -0.0098649429247001, -0.799283237680523, -17.757954917754752, -160.63638485582192, -637.5664433683896,
  -1025.0951316110772, -483.5191916086514,
]
const sb = [
  1, 30.33806074348246, 325.7925129965739, 1536.729586084437, 3199.8582195085955, 2553.0504064331644,
  474.52854120695537, -22.44095244658582,
]
