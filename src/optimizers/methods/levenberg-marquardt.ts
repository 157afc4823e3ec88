import { format } from '../../math/format'
import { method, update } from '../method'
import { type Footing, look } from './footing'
import { modelAt, newtonStep, type QuadraticModel, smallest } from './quadratic-model'
import { isFiniteVector, largest, plus, type Vector } from './vectors'
import { asVerdict, count, describeMove, stateNumber } from './words'

interface State {
  theta: Vector
  d: Vector
  damping: number
  here: Footing | null
  model: QuadraticModel | null
}

/** Trials in one step at most. */
const MOST_TRIALS = 40
const LEAST_DAMPING = 1e-15
const GREATEST_DAMPING = 1e15

export default method({
  name: 'LevenbergMarquardt',
  summary: 'Newton with a leash: the more a step disappoints, the more it is bent towards a short step down the slope.',
  reference:
    'Levenberg 1944; Marquardt 1963 (factor 10); for any function: Goldfeld, Quandt & Trotter 1966, Econometrica 34',
  hyperparameters: { damping: 1e-2, factor: 10 },
  hessian: true,
  recorded: ['d', 'damping'],
  begin: ({ hyperparameters }, start): State => ({
    theta: start,
    d: new Float64Array(start.length),
    damping: hyperparameters.damping,
    here: null,
    model: null,
  }),
  /** Raises the damping until `(H + damping I) p = -g` is a step down that brings descent, then lowers it for the next. */
  step(climb, state: State) {
    const { factor } = climb.hyperparameters
    const here = state.here ?? look(climb, state.theta)
    const model = state.model ?? modelAt(climb, here)
    update(state, { here, model })
    if (largest(here.gradient) === 0) return
    for (let trial = 0; trial < MOST_TRIALS && state.damping < GREATEST_DAMPING; trial++) {
      // Only a model that bends up everywhere has a bottom to step to.
      const isBowl = smallest(model) + state.damping > 0
      const d = isBowl ? newtonStep(model, (value) => value + state.damping) : undefined
      if (d !== undefined && isFiniteVector(d)) {
        const theta = plus(here.theta, d)
        const loss = climb.oracle.value(theta)
        const isLower = loss < here.loss
        const verdict = isLower ? 'accepted' : Number.isFinite(loss) ? 'rejected' : 'undefined'
        climb.attempt({ kind: 'probe', theta, loss, verdict })
        if (isLower) {
          const damping = Math.max(LEAST_DAMPING, state.damping / factor)
          update(state, { theta, d, damping, here: null, model: null })
          return
        }
      }
      state.damping *= factor
    }
    // Nothing lower within reach: the next step starts over.
    update(state, { d: new Float64Array(here.theta.length), damping: climb.hyperparameters.damping })
  },
  describe: (record) => {
    const tried = record.attempts.map((attempt) => `loss ${format(attempt.loss)}${asVerdict(attempt)}`)
    return [
      `damping ${format(stateNumber(record, 'damping', 'from'))} → ${format(stateNumber(record, 'damping'))}`,
      `tried ${count(tried.length, 'step')}${tried.length === 0 ? '' : `: ${tried.join(', ')}`}`,
      describeMove(record),
    ]
  },
})
