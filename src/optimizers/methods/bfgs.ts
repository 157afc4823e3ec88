import { method, update } from '../method'
import { type Footing, look } from './footing'
import { cautiousLength, lineSearches, searchLine } from './line-search'
import { dot, minus, negated, norm, type Vector } from './vectors'
import { describeLineSearch } from './words'

interface State {
  theta: Vector
  d: Vector
  t: number
  here: Footing | null
  /** Where the last direction began, until its change of slope has been learnt from. */
  before: Footing | null
  /** The inverse Hessian as the walk so far shows it, row-major; null before the first step. */
  inverse: Vector | null
}

/** Steps along which the slope changes less than this, beside how it changes across them, are not learnt from. */
const LEAST_CURVATURE = 1e-10

export default method({
  name: 'BFGS',
  summary:
    'Learns the curvature of the ground from how the slope changes underfoot, and aims for the bottom it implies.',
  reference:
    'Broyden, Fletcher, Goldfarb & Shanno 1970; Nocedal & Wright 2006, algorithm 6.1 with the first scaling 6.20',
  hyperparameters: { lr: 1, line_search: 'strong_wolfe', c1: 1e-4, c2: 0.9, shrink: 0.5 },
  choices: { line_search: lineSearches },
  recorded: ['d', 't'],
  begin: (_, start): State => ({
    theta: start,
    d: new Float64Array(start.length),
    t: 0,
    here: null,
    before: null,
    inverse: null,
  }),
  step(climb, state: State) {
    const { lr } = climb.hyperparameters
    const here = state.here ?? look(climb, state.theta)
    if (state.before !== null) state.inverse = learn(state.inverse, state.before, here)
    const guess = state.inverse === null ? null : negated(times(state.inverse, here.gradient))
    // Rounding may spoil the estimate: it then starts afresh.
    if (guess === null || !(dot(guess, here.gradient) < 0)) state.inverse = null
    state.d = state.inverse === null || guess === null ? negated(here.gradient) : guess
    const t = state.inverse === null ? cautiousLength(here.gradient, lr) : lr
    const found = searchLine(climb, here, state.d, t, climb.hyperparameters)
    state.before = found.t > 0 ? here : null
    if (found.t === 0) state.inverse = null
    update(state, { theta: found.theta, t: found.t, here: found.here })
  },
  describe: describeLineSearch,
})

/** The inverse Hessian updated by one step: (I - rho s yᵀ) H (I - rho y sᵀ) + rho s sᵀ. */
function learn(inverse: Vector | null, from: Footing, to: Footing): Vector | null {
  const s = minus(to.theta, from.theta)
  const y = minus(to.gradient, from.gradient)
  const ys = dot(y, s)
  if (!(ys > LEAST_CURVATURE * norm(y) * norm(s))) return inverse
  const n = s.length
  const h = inverse ?? identity(n, ys / dot(y, y))
  const hy = times(h, y)
  const factor = (1 + dot(y, hy) / ys) / ys
  return h.map((entry, at) => {
    const [i, j] = [Math.floor(at / n), at % n]
    return entry + factor * s[i]! * s[j]! - (hy[i]! * s[j]! + s[i]! * hy[j]!) / ys
  })
}

const identity = (n: number, scale: number): Vector =>
  Float64Array.from({ length: n * n }, (_, at) => (at % (n + 1) === 0 ? scale : 0))

const times = (matrix: Vector, vector: Vector): Vector =>
  vector.map((_, i) => dot(matrix.subarray(i * vector.length, (i + 1) * vector.length), vector))
