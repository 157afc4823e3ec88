import { feelSlope, goAlong, noSlopeYet, searchLine } from './line-search'
import { type MethodCode, type MethodRun, methodExport } from './method-export'

export default methodExport({
  name: 'Newton',
  walled: true,
  write: (run) => (run.hyperparameters.variant === 'damped' ? damped(run) : undamped(run)),
})

const undamped = ({ hyperparameters: { variant } }: MethodRun): MethodCode => ({
  step:
    variant === 'saddle-free'
      ? [
          'g, H = grad(theta), hess(theta)',
          '# Negative curvatures count as positive: away from saddles and summits.',
          'd = newton_step(g, absolute_hessian(H))',
          ...go,
        ]
      : [
          'g, H = grad(theta), hess(theta)',
          '# To where the quadratic model is level, be it a minimum, a saddle or a maximum.',
          'd = newton_step(g, H)',
          ...go,
        ],
})

const go = ['if np.isfinite(d).all():', '    theta = theta + lr * d']

const damped = (run: MethodRun): MethodCode => ({
  setup: noSlopeYet(run),
  step: [
    ...feelSlope(run),
    'd = newton_step(g, hess(theta))',
    "if g @ d >= 0:  # Newton's way does not lead down: the slope does",
    '    d = -g',
    searchLine('armijo', 'lr'),
    ...goAlong('armijo', run),
  ],
})
