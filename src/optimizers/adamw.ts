import { updateRule } from './rule'

export default updateRule({
  name: 'AdamW',
  summary: 'Adam, with the pull towards the origin applied to the position itself rather than to the slope.',
  reference: 'Loshchilov & Hutter 2019, arXiv:1711.05101, algorithm 2; torch.optim.AdamW',
  hyperparameters: { lr: 1e-3, beta1: 0.9, beta2: 0.999, eps: 1e-8, weight_decay: 1e-2, amsgrad: false },
  landscape: { lr: 0.05 },
  state: { m: 0, v: 0, v_max: 0 },
  equations: `
    theta = theta (1 - lr weight_decay)
    m     = beta1 m + (1 - beta1) g
    v     = beta2 v + (1 - beta2) g^2
    v_max = if(amsgrad, max(v_max, v), v)
    m_hat = m / (1 - beta1^t)
    v_hat = v_max / (1 - beta2^t)
    theta = theta - lr m_hat / (sqrt(v_hat) + eps)
  `,
})
