import { format } from '../../math/format'
import { type Climb, method, type StepRecord, update } from '../method'
import { dogleg } from './dogleg'
import { type Footing, look } from './footing'
import { modelAt, predictedChange, type QuadraticModel } from './quadratic-model'
import { isFiniteVector, norm, plus, type Vector } from './vectors'
import { describeMove, stateNumber } from './words'

interface State {
  theta: Vector
  /** The step that was tried. */
  d: Vector
  /** Radius of the circle in which the next model is trusted. */
  radius: number
  /** How much of the descent that the model promised came true; above 1 it was too modest. */
  rho: number
  here: Footing | null
  model: QuadraticModel | null
}

/** Where a change of the loss is nothing but rounding, it says nothing against the model (Conn, Gould & Toint 2000, 17.4.2). */
const ROUNDING = 16 * Number.EPSILON
/** Shares of the promise: below the first the circle shrinks, above the second it may grow. */
const POOR = 0.25
const GOOD = 0.75

export default method({
  name: 'TrustRegion',
  summary: 'Draws a circle in which she trusts her picture of the ground, and steps to the lowest place in it.',
  reference: 'Powell 1970 (dogleg); Nocedal & Wright 2006, algorithm 4.1; Conn, Gould & Toint 2000',
  hyperparameters: { radius: 1, max_radius: 100, eta: 0.1 },
  landscape: { radius: 0.5 },
  hessian: true,
  recorded: ['d', 'radius', 'rho'],
  validate: ({ radius, max_radius }) =>
    Number(radius) <= Number(max_radius) ? undefined : `radius must be at most max_radius, ${max_radius}`,
  begin: ({ hyperparameters: { radius } }, start): State => ({
    theta: start,
    d: new Float64Array(start.length),
    radius,
    rho: 0,
    here: null,
    model: null,
  }),
  step(climb, state: State) {
    const { max_radius, eta } = climb.hyperparameters
    const here = state.here ?? look(climb, state.theta)
    const model = state.model ?? modelAt(climb, here)
    const { radius } = state
    const { step, cauchy, newton } = dogleg(model, radius)
    update(state, { here, model, d: step })
    if (!isFiniteVector(step)) return
    const theta = plus(here.theta, step)
    const loss = climb.oracle.value(theta)
    state.rho = shareKept(here.loss, loss, predictedChange(model, step))
    if (!(state.rho >= POOR)) state.radius = radius / 4
    else if (state.rho > GOOD && norm(step) > 0.99 * radius) state.radius = Math.min(2 * radius, max_radius)
    const accepted = state.rho > eta
    log(climb, here, radius, cauchy, newton)
    const failed = Number.isFinite(loss) ? 'rejected' : 'undefined'
    climb.attempt({ kind: 'probe', theta, loss, verdict: accepted ? 'accepted' : failed })
    if (accepted) update(state, { theta, here: null, model: null })
  },
  describe,
})

/** The actual change of the loss beside the predicted one; -∞ where the loss is undefined, so that the circle shrinks. */
function shareKept(from: number, to: number, predicted: number): number {
  const change = to - from
  const rounding = ROUNDING * Math.abs(from)
  if (Math.abs(change) <= rounding && Math.abs(predicted) <= rounding) return 1
  const rho = change / predicted
  return Number.isNaN(rho) ? Number.NEGATIVE_INFINITY : rho
}

function log(climb: Pick<Climb, 'attempt'>, here: Footing, radius: number, cauchy: Vector, newton?: Vector): void {
  climb.attempt({ kind: 'trust-region', theta: here.theta, loss: here.loss, verdict: 'noted', radius })
  for (const proposal of newton === undefined ? [cauchy] : [cauchy, newton]) {
    climb.attempt({ kind: 'model', theta: plus(here.theta, proposal), loss: Number.NaN, verdict: 'noted' })
  }
}

function describe(record: StepRecord): readonly string[] {
  const [circle, probe] = ['trust-region', 'probe'].map((kind) => record.attempts.find((one) => one.kind === kind))
  if (circle === undefined || probe === undefined) return [describeMove(record)]
  const rho = stateNumber(record, 'rho')
  const [before, after] = [circle.radius!, stateNumber(record, 'radius')]
  const change = after < before ? 'shrinks' : after > before ? 'grows' : 'stays'
  const promise =
    rho === Number.NEGATIVE_INFINITY ? 'no loss there' : `${format(100 * rho, 3)} % of the promised change came true`
  return [
    `trusts the model within ${format(before)}; step of length ${format(norm(record.to.state.get('d')!))}`,
    `${promise}: ${probe.verdict === 'accepted' ? 'accepted' : 'rejected'}; the radius ${change}${after === before ? ` at ${format(after)}` : ` to ${format(after)}`}`,
    describeMove(record),
  ]
}
