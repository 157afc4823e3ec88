import { updateRule } from './rule'

export default updateRule({
  name: 'Adan',
  summary: 'Adam that also remembers how the slope has been changing, and steps by where that leads.',
  reference: 'Xie et al. 2022, arXiv:2208.06677, algorithm 1; defaults and bias corrections of sail-sg/Adan',
  hyperparameters: { lr: 1e-3, beta1: 0.98, beta2: 0.92, beta3: 0.99, eps: 1e-8, weight_decay: 0 },
  landscape: { lr: 0.05 },
  state: { m: 0, d: 0, n: 0, g_last: 0 },
  equations: `
    change = if(t == 1, 0, g - g_last)
    m      = beta1 m + (1 - beta1) g
    d      = beta2 d + (1 - beta2) change
    n      = beta3 n + (1 - beta3) (g + beta2 change)^2
    m_hat  = m / (1 - beta1^t)
    d_hat  = d / (1 - beta2^t)
    rms    = sqrt(n / (1 - beta3^t))
    theta  = theta - lr (m_hat + beta2 d_hat) / (rms + eps)
    theta  = theta / (1 + lr weight_decay)
    g_last = g
  `,
})
