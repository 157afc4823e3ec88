import { feelSlope, noSlopeYet } from './line-search'
import { methodExport } from './method-export'

export default methodExport({
  name: 'LevenbergMarquardt',
  write: (run) => ({
    setup: [...noSlopeYet(run), 'mu = damping  # of the next trial'],
    step: [
      ...feelSlope(run),
      'loss, H = f(theta), hess(theta)',
      'lowest = curvatures(H)[0]',
      'trials = 0',
      'while trials < 40 and mu < 1e15:',
      '    trials += 1',
      '    if lowest + mu > 0:  # only a model that bends up everywhere has a bottom',
      '        d = newton_step(g, H + mu * np.eye(2))',
      '        if f(theta + d) < loss:',
      '            theta = theta + d',
      ...(run.isNoisy ? ['            g = None'] : []),
      '            mu = max(1e-15, mu / factor)',
      '            break',
      '    mu *= factor  # a shorter step, closer to straight down',
      'else:  # nothing lower within reach: the next step starts over',
      '    mu = damping',
    ],
  }),
})
