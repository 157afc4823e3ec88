import { updateRule } from './rule'

export default updateRule({
  name: 'RAdam',
  summary: 'Adam that trusts its yardstick only once it has seen enough slopes; until then it is plain momentum.',
  reference: 'Liu et al. 2020, arXiv:1908.03265, algorithm 2; torch.optim.RAdam',
  hyperparameters: { lr: 1e-3, beta1: 0.9, beta2: 0.999, eps: 1e-8, weight_decay: 0, decoupled_weight_decay: false },
  landscape: { lr: 0.01 },
  state: { m: 0, v: 0 },
  equations: `
    theta   = if(decoupled_weight_decay, theta (1 - lr weight_decay), theta)
    g       = if(decoupled_weight_decay, g, g + weight_decay theta)
    m       = beta1 m + (1 - beta1) g
    v       = beta2 v + (1 - beta2) g^2
    m_hat   = m / (1 - beta1^t)
    rho_inf = 2 / (1 - beta2) - 1
    rho_t   = rho_inf - 2 t beta2^t / (1 - beta2^t)
    r       = sqrt((rho_t - 4) (rho_t - 2) rho_inf / ((rho_inf - 4) (rho_inf - 2) rho_t))
    scale   = if(rho_t > 5, r sqrt(1 - beta2^t) / (sqrt(v) + eps), 1)
    theta   = theta - lr m_hat scale
  `,
})
