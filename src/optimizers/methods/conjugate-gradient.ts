import { format } from '../../math/format'
import { method, update } from '../method'
import { type Footing, look } from './footing'
import { cautiousLength, type Found, lineSearches, sameDescent, searchLine } from './line-search'
import { dot, minus, negated, plus, type Vector } from './vectors'
import { describeLineSearch, stateNumber } from './words'

interface State {
  theta: Vector
  d: Vector
  t: number
  /** Share of the last direction in the new one. */
  beta: number
  here: Footing | null
  last: Found | null
  /** The gradient where the last direction began. */
  lastGradient: Vector | null
}

export default method({
  name: 'ConjugateGradient',
  summary: 'Each direction keeps a share of the last, chosen so that what one step gained the next does not undo.',
  reference:
    'Fletcher & Reeves 1964; Polak & Ribière 1969, with Powell’s max(·, 0); restarts: Powell 1977; Nocedal & Wright 2006, algorithm 5.4 (c2 = 0.1)',
  hyperparameters: {
    lr: 1,
    beta: 'polak-ribiere+',
    line_search: 'strong_wolfe',
    c1: 1e-4,
    c2: 0.1,
    shrink: 0.5,
    restart: true,
  },
  choices: { beta: ['fletcher-reeves', 'polak-ribiere+'], line_search: lineSearches },
  recorded: ['d', 't', 'beta'],
  begin: (_, start): State => ({
    theta: start,
    d: new Float64Array(start.length),
    t: 0,
    beta: 0,
    here: null,
    last: null,
    lastGradient: null,
  }),
  step(climb, state: State) {
    const here = state.here ?? look(climb, state.theta)
    const { lr, beta, restart } = climb.hyperparameters
    const last = state.lastGradient
    const startsAfresh = last === null || (restart && hasLostTrack(here.gradient, last))
    state.beta = startsAfresh ? 0 : share(here.gradient, last, beta)
    const steepest = negated(here.gradient)
    const turned = plus(steepest, state.d, state.beta)
    // Without an exact search a direction may lead up: she starts afresh.
    const leadsDown = dot(here.gradient, turned) < 0
    if (!leadsDown) state.beta = 0
    state.d = leadsDown ? turned : steepest
    const first = cautiousLength(here.gradient, lr)
    const t = sameDescent(state.last, dot(here.gradient, state.d), first)
    const found = searchLine(climb, here, state.d, t, climb.hyperparameters)
    // Having found nothing, she forgets, and tries straight down next time.
    const remembers = found.t > 0
    update(state, {
      theta: found.theta,
      t: found.t,
      here: found.here,
      last: remembers ? found : null,
      lastGradient: remembers ? here.gradient : null,
    })
  },
  describe: (record) => {
    const beta = stateNumber(record, 'beta')
    const mix = beta === 0 ? 'straight down the slope' : `the slope, and ${format(beta)} of the last direction`
    return [mix, ...describeLineSearch(record)]
  },
})

/** On a quadratic each gradient is at right angles to the last; where it is far from that, the past is no help (Powell 1977). */
function hasLostTrack(gradient: Vector, last: Vector): boolean {
  return Math.abs(dot(gradient, last)) >= 0.2 * dot(gradient, gradient)
}

function share(gradient: Vector, last: Vector, rule: string): number {
  const beta =
    rule === 'fletcher-reeves'
      ? dot(gradient, gradient) / dot(last, last)
      : Math.max(0, dot(gradient, minus(gradient, last)) / dot(last, last))
  return Number.isFinite(beta) ? beta : 0
}
