import { method, update } from '../method'
import { type Footing, look } from './footing'
import { searchLine } from './line-search'
import type { Vector } from './vectors'
import { describeLineSearch } from './words'

interface State {
  theta: Vector
  /** A unit step along the axis, downhill. */
  d: Vector
  t: number
  /** Steps taken. */
  steps: number
  here: Footing | null
}

export default method({
  name: 'CoordinateDescent',
  summary: 'One axis at a time, each time to the bottom along it.',
  reference:
    'Wright 2015, "Coordinate descent algorithms", arXiv:1502.04759; steepest: the Gauss-Southwell rule (Southwell 1940)',
  hyperparameters: { order: 'cyclic', reach: 0.1 },
  choices: { order: ['cyclic', 'random', 'steepest'] },
  seeded: true,
  recorded: ['d', 't'],
  begin: (_, start): State => ({ theta: start, d: new Float64Array(start.length), t: 0, steps: 0, here: null }),
  /** One axis, the first trial at `reach`. */
  step(climb, state: State) {
    const { order, reach } = climb.hyperparameters
    const here = state.here ?? look(climb, state.theta)
    const dimension = here.theta.length
    const axes = {
      cyclic: () => state.steps % dimension,
      random: () => Math.floor(climb.random.uniform() * dimension),
      steepest: () => steepest(here.gradient),
    }
    const axis = axes[order as keyof typeof axes]()
    state.steps++
    state.d = here.theta.map((_, i) => (i === axis ? -Math.sign(here.gradient[i]!) : 0))
    const found = searchLine(climb, here, state.d, reach, { line_search: 'exact', c1: 0, c2: 0, shrink: 0.5 })
    update(state, { theta: found.theta, t: found.t, here: found.here })
  },
  describe: describeLineSearch,
})

/** The axis of the steepest slope, the first among equals. */
const steepest = (gradient: Vector): number =>
  gradient.reduce((best, value, i) => (Math.abs(value) > Math.abs(gradient[best]!) ? i : best), 0)
