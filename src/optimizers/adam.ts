import { updateRule } from './rule'

export default updateRule({
  name: 'Adam',
  summary: 'Momentum, with each coordinate measured against how steep it has lately been.',
  reference: 'Kingma & Ba 2015, arXiv:1412.6980, algorithm 1; AMSGrad: Reddi et al. 2018; torch.optim.Adam',
  hyperparameters: { lr: 1e-3, beta1: 0.9, beta2: 0.999, eps: 1e-8, weight_decay: 0, amsgrad: false },
  landscape: { lr: 0.05 },
  state: { m: 0, v: 0, v_max: 0 },
  equations: `
    g     = if(weight_decay != 0, g + weight_decay theta, g)
    m     = beta1 m + (1 - beta1) g
    v     = beta2 v + (1 - beta2) g^2
    v_max = if(amsgrad, max(v_max, v), v)
    m_hat = m / (1 - beta1^t)
    v_hat = v_max / (1 - beta2^t)
    theta = theta - lr m_hat / (sqrt(v_hat) + eps)
  `,
})
