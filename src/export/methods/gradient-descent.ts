import { feelSlope, goAlong, noSlopeYet, searchLine, searchOf } from './line-search'
import { methodExport } from './method-export'

export default methodExport({
  name: 'GradientDescent',
  walled: true,
  write: (run) => {
    const search = searchOf(run.hyperparameters)
    // Backtracking begins from the same length every time: that is its learning rate.
    if (search === 'armijo') {
      return {
        setup: noSlopeYet(run),
        step: [...feelSlope(run), 'd = -g', searchLine(search, 'lr'), ...goAlong(search, run)],
      }
    }
    return {
      setup: [...noSlopeYet(run), "t, slope = 0.0, -1.0  # the last step's length, and the slope along it"],
      step: [
        ...feelSlope(run),
        'd = -g',
        'first = same_descent(t, slope, g @ d, cautious_length(g, lr))',
        'slope = g @ d',
        searchLine(search, 'first'),
        ...goAlong(search, run),
      ],
    }
  },
})
