import { updateRule } from './rule'

export default updateRule({
  name: 'Polyak',
  summary: 'Knows how low the valley is: steps as far as would take her there if the slope stayed the same.',
  reference: 'Polyak 1969; Loizou et al. 2021, arXiv:2002.10542; optax.polyak_sgd',
  hyperparameters: { max_learning_rate: 1, scaling: 1, f_min: 0, eps: 0 },
  state: {},
  // The gap is what is left to go, whichever way: for who climbs, f_min is the height of the summit. As in optax, a slope
  // whose square is lost in rounding is none.
  equations: `
    gap   = abs(loss - f_min)
    sq    = dot(g, g) + eps
    step  = if(sq > 2^-52, min(gap / sq, max_learning_rate), 0)
    theta = theta - scaling step g
  `,
})
