import { updateRule } from './rule'

export default updateRule({
  name: 'Adadelta',
  summary: 'Needs no learning rate: each step is as long as the recent steps were, measured against the recent slopes.',
  reference: 'Zeiler 2012, arXiv:1212.5701, algorithm 1; torch.optim.Adadelta',
  hyperparameters: { lr: 1, rho: 0.9, eps: 1e-6, weight_decay: 0 },
  state: { v: 0, u: 0 },
  equations: `
    g     = if(weight_decay != 0, g + weight_decay theta, g)
    v     = rho v + (1 - rho) g^2
    delta = sqrt(u + eps) / sqrt(v + eps) g
    u     = rho u + (1 - rho) delta^2
    theta = theta - lr delta
  `,
})
