import { updateRule } from './rule'

export default updateRule({
  name: 'AdaBelief',
  summary: 'Adam that strides out where the slope is as expected, and treads carefully where it surprises.',
  reference: 'Zhuang et al. 2020, arXiv:2010.07468, algorithm 2; defaults of adabelief-pytorch 0.2 but for rectify',
  hyperparameters: { lr: 1e-3, beta1: 0.9, beta2: 0.999, eps: 1e-16, weight_decay: 0 },
  landscape: { lr: 0.05 },
  state: { m: 0, s: 0 },
  equations: `
    theta = theta (1 - lr weight_decay)
    m     = beta1 m + (1 - beta1) g
    s     = beta2 s + (1 - beta2) (g - m)^2 + eps
    m_hat = m / (1 - beta1^t)
    s_hat = s / (1 - beta2^t)
    theta = theta - lr m_hat / (sqrt(s_hat) + eps)
  `,
})
