import { feelSlope, noSlopeYet } from './line-search'
import { methodExport } from './method-export'

export default methodExport({
  name: 'TrustRegion',
  initial: ['radius'],
  write: (run) => ({
    setup: noSlopeYet(run),
    step: [
      ...feelSlope(run),
      'loss, H = f(theta), hess(theta)',
      'd = dogleg(g, H, radius)',
      '# rho: how much of the change that the model promised came true.',
      'change, promised = f(theta + d) - loss, g @ d + d @ H @ d / 2',
      'rounding = 16 * 2.0**-52 * abs(loss)',
      'if abs(change) <= rounding and abs(promised) <= rounding:',
      '    rho = 1.0  # rounding says nothing against the model',
      'else:',
      '    rho = change / promised',
      'if not rho >= 0.25:',
      '    radius /= 4',
      'elif rho > 0.75 and np.linalg.norm(d) > 0.99 * radius:',
      '    radius = min(2 * radius, max_radius)',
      'if rho > eta:',
      '    theta = theta + d',
      ...(run.isNoisy ? ['    g = None'] : []),
    ],
  }),
})
