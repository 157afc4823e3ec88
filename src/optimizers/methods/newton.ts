import { format } from '../../math/format'
import { method, type StepRecord, update } from '../method'
import { type Footing, look } from './footing'
import { searchLine } from './line-search'
import { modelAt, newtonStep } from './quadratic-model'
import { dot, isFiniteVector, negated, plus, type Vector } from './vectors'
import { describeLineSearch, describeMove, place } from './words'

interface State {
  theta: Vector
  /** The Newton step. */
  d: Vector
  /** Share of it that was walked. */
  t: number
  /** Curvatures where the step began, ascending. */
  eigenvalues: Vector
  here: Footing | null
}

export default method({
  name: 'Newton',
  summary: 'Feels how the ground bends as well as how it slopes, and jumps to where the two together make it level.',
  reference:
    'Newton 1669, Simpson 1740; damped: Boyd & Vandenberghe 2004, algorithm 9.5; saddle-free: Dauphin et al. 2014, arXiv:1406.2572',
  hyperparameters: { lr: 1, variant: 'plain', shrink: 0.5, c1: 1e-4 },
  choices: { variant: ['plain', 'damped', 'saddle-free'] },
  hessian: true,
  recorded: ['d', 't', 'eigenvalues'],
  begin: (_, start): State => ({
    theta: start,
    d: new Float64Array(start.length),
    t: 0,
    eigenvalues: new Float64Array(start.length),
    here: null,
  }),
  /**
   * Plain: to where the quadratic model is level, be it a minimum, a saddle or a maximum. Damped: as far that way as the
   * loss falls, and straight down the slope where that way leads up. Saddle-free: away from where curvature is negative.
   */
  step(climb, state: State) {
    const { lr, variant, shrink, c1 } = climb.hyperparameters
    const here = state.here ?? look(climb, state.theta)
    const model = modelAt(climb, here)
    state.eigenvalues = model.eigen.values
    state.d = newtonStep(model, variant === 'saddle-free' ? Math.abs : (value) => value)
    state.t = 0
    // Without a slope or a curvature to go by, she stays.
    if (!isFiniteVector(state.d)) {
      state.here = here
      return
    }
    if (variant === 'damped') {
      if (!(dot(state.d, here.gradient) < 0)) state.d = negated(here.gradient)
      const search = { line_search: 'armijo', c1, c2: 1, shrink }
      const found = searchLine(climb, here, state.d, lr, search)
      update(state, { theta: found.theta, t: found.t, here: found.here })
      return
    }
    climb.attempt({ kind: 'model', theta: plus(state.theta, state.d), loss: Number.NaN, verdict: 'noted' })
    update(state, { theta: plus(state.theta, state.d, lr), t: lr, here: null })
  },
  describe: (record) => [
    ...describeCurvature(record),
    ...(record.hyperparameters.variant === 'damped'
      ? describeLineSearch(record)
      : [`Newton step ${place(record.to.state.get('d')!)}`, describeMove(record)]),
  ],
})

/** What the curvatures, the ground's own, make of the step. */
function describeCurvature({ to, hyperparameters: { variant }, maximize }: StepRecord): readonly string[] {
  const values = to.state.get('eigenvalues')!
  const sign = maximize ? -1 : 1
  const words = `curvatures ${Array.from(values, (value) => format(sign * value)).join(' and ')}`
  const negative = values.filter((value) => value < 0).length
  const wrong = maximize ? 'positive' : 'negative'
  const right = maximize ? 'negative' : 'positive'
  if (negative === 0) return [words]
  if (variant === 'saddle-free') return [`${words}: ${wrong} ones count as ${right}, so the step leads away from there`]
  if (variant === 'damped')
    return [`${words}: where Newton's way leads ${maximize ? 'down' : 'up'}, the slope is followed instead`]
  const goal = negative < values.length ? 'a saddle' : `a ${maximize ? 'hollow' : 'summit'}`
  return [`${words}: the level place that Newton's step aims at is ${goal}`]
}
