import { method, update } from '../method'
import { type Footing, look } from './footing'
import { cautiousLength, type Found, lineSearches, sameDescent, searchLine } from './line-search'
import { dot, negated, type Vector } from './vectors'
import { describeLineSearch } from './words'

interface State {
  theta: Vector
  d: Vector
  t: number
  here: Footing | null
  last: Found | null
}

export default method({
  name: 'GradientDescent',
  summary: 'Straight down the slope, and at every step it tries how far is far enough: no learning rate to tune.',
  reference:
    'Cauchy 1847; Armijo 1966 (backtracking); Wolfe 1969; Nocedal & Wright 2006, "Numerical Optimization", algorithm 3.1',
  hyperparameters: { lr: 1, line_search: 'armijo', shrink: 0.5, c1: 1e-4, c2: 0.9 },
  choices: { line_search: lineSearches },
  recorded: ['d', 't'],
  begin: (_, start): State => ({ theta: start, d: new Float64Array(start.length), t: 0, here: null, last: null }),
  step(climb, state: State) {
    const { lr, line_search } = climb.hyperparameters
    const here = state.here ?? look(climb, state.theta)
    state.d = negated(here.gradient)
    const slope = -dot(here.gradient, here.gradient)
    // Backtracking begins from the same length every time: that is its learning rate.
    const t = line_search === 'armijo' ? lr : sameDescent(state.last, slope, cautiousLength(here.gradient, lr))
    const found = searchLine(climb, here, state.d, t, climb.hyperparameters)
    update(state, { theta: found.theta, t: found.t, here: found.here, last: found })
  },
  describe: describeLineSearch,
})
