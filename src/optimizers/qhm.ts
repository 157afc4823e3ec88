import { updateRule } from './rule'

export default updateRule({
  name: 'QHM',
  summary:
    'A blend of two climbers: one steps by the slope she feels now, the other by the average of all she has felt.',
  reference: 'Ma & Yarats 2019, arXiv:1810.06801, equations 3 and 4; defaults of its section 3.1 and qhoptim.QHM',
  hyperparameters: { lr: 1, momentum: 0.999, nu: 0.7, weight_decay: 0 },
  landscape: { lr: 0.02, momentum: 0.9 },
  state: { buf: 0 },
  equations: `
    g     = if(weight_decay != 0, g + weight_decay theta, g)
    buf   = momentum buf + (1 - momentum) g
    theta = theta - lr ((1 - nu) g + nu buf)
  `,
})
