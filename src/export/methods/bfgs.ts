import { feelSlope, goAlong, noSlopeYet, searchLine, searchOf } from './line-search'
import { methodExport } from './method-export'

export default methodExport({
  name: 'BFGS',
  walled: true,
  write: (run) => {
    const search = searchOf(run.hyperparameters)
    return {
      setup: [
        ...noSlopeYet(run),
        'H = None  # the inverse Hessian, as the walk so far shows it',
        'last = None  # where the last step began, and the gradient there',
      ],
      step: [
        ...feelSlope(run),
        'if last is not None:',
        '    H = bfgs_update(H, theta - last[0], g - last[1])',
        'd = -g if H is None else -H @ g',
        'if not g @ d < 0:  # rounding has spoilt H: afresh',
        '    H, d = None, -g',
        'first = cautious_length(g, lr) if H is None else lr',
        searchLine(search, 'first'),
        'last = (theta, g)',
        'if t == 0:  # nothing lower that way: forget it',
        '    H, last = None, None',
        ...goAlong(search, run),
      ],
    }
  },
})
