import { updateRule } from './rule'

export default updateRule({
  name: 'NovoGrad',
  summary: 'The slope measured against its own length, as a whole and not by coordinate, and then momentum.',
  reference: 'Ginsburg et al. 2019, arXiv:1905.11286, algorithm 1; defaults of torch_optimizer.NovoGrad',
  hyperparameters: { lr: 1e-3, beta1: 0.95, beta2: 0, eps: 1e-8, weight_decay: 0, grad_averaging: false },
  landscape: { lr: 0.01, beta2: 0.9 },
  state: { m: 0, v: 0 },
  // The whole landscape is one layer: v is the same in each coordinate.
  equations: `
    v     = if(v == 0, dot(g, g), beta2 v + (1 - beta2) dot(g, g))
    g     = g / (sqrt(v) + eps) + weight_decay theta
    g     = if(grad_averaging, (1 - beta1) g, g)
    m     = beta1 m + g
    theta = theta - lr m
  `,
})
