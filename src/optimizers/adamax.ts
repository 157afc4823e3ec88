import { updateRule } from './rule'

export default updateRule({
  name: 'Adamax',
  summary: 'Adam with the largest recent slope, instead of their mean square, as the yardstick.',
  reference: 'Kingma & Ba 2015, arXiv:1412.6980, algorithm 2; torch.optim.Adamax (eps inside the maximum)',
  hyperparameters: { lr: 2e-3, beta1: 0.9, beta2: 0.999, eps: 1e-8, weight_decay: 0 },
  landscape: { lr: 0.05 },
  state: { m: 0, u: 0 },
  equations: `
    g     = if(weight_decay != 0, g + weight_decay theta, g)
    m     = beta1 m + (1 - beta1) g
    u     = max(beta2 u, abs(g) + eps)
    theta = theta - lr / (1 - beta1^t) m / u
  `,
})
