import { updateRule } from './rule'

export default updateRule({
  name: 'Signum',
  summary: 'signSGD with momentum: steps by the sign of the average slope, which noise flips less often.',
  reference: 'Bernstein et al. 2018, arXiv:1802.04434, algorithm 2; defaults of mxnet.optimizer.Signum',
  hyperparameters: { lr: 1e-2, momentum: 0.9, weight_decay: 0 },
  landscape: { lr: 0.02 },
  state: { m: 0 },
  equations: `
    g     = if(weight_decay != 0, g + weight_decay theta, g)
    m     = momentum m + (1 - momentum) g
    theta = theta - lr sign(m)
  `,
})
