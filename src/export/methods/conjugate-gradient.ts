import { feelSlope, goAlong, noSlopeYet, searchLine, searchOf } from './line-search'
import { methodExport } from './method-export'

export default methodExport({
  name: 'ConjugateGradient',
  walled: true,
  write: (run) => {
    const { beta, restart } = run.hyperparameters
    const search = searchOf(run.hyperparameters)
    return {
      setup: [
        ...noSlopeYet(run),
        'd, last_g = np.zeros(2), None  # the last direction, and the gradient where it began',
        "t, slope = 0.0, -1.0  # the last step's length, and the slope along it",
      ],
      step: [
        ...feelSlope(run),
        '# The share of the last direction in the new one.',
        'beta = 0.0',
        ...(restart
          ? [
              '# Where g is far from orthogonal to the last, that is no help (Powell 1977).',
              'if last_g is not None and abs(g @ last_g) < 0.2 * (g @ g):',
            ]
          : ['if last_g is not None:']),
        ...(beta === 'fletcher-reeves'
          ? ['    beta = (g @ g) / (last_g @ last_g)  # Fletcher & Reeves']
          : ['    beta = max(0.0, g @ (g - last_g) / (last_g @ last_g))  # Polak & Ribiere, +']),
        'd = -g + beta * d',
        'if not g @ d < 0:  # it does not lead down: afresh, straight down the slope',
        '    d = -g',
        'first = same_descent(t, slope, g @ d, cautious_length(g, lr))',
        'slope = g @ d',
        searchLine(search, 'first'),
        'last_g = g if t > 0 else None',
        ...goAlong(search, run),
      ],
    }
  },
})
