import { updateRule } from './rule'

export default updateRule({
  name: 'NAdam',
  summary: "Adam that looks ahead: Nesterov's momentum, with a momentum that warms up.",
  reference: 'Dozat 2016, "Incorporating Nesterov momentum into Adam"; torch.optim.NAdam since torch 2.0',
  hyperparameters: {
    lr: 2e-3,
    beta1: 0.9,
    beta2: 0.999,
    eps: 1e-8,
    weight_decay: 0,
    momentum_decay: 4e-3,
    decoupled_weight_decay: false,
  },
  landscape: { lr: 0.05 },
  state: { m: 0, v: 0, mu_product: 1 },
  equations: `
    theta      = if(decoupled_weight_decay, theta (1 - lr weight_decay), theta)
    g          = if(decoupled_weight_decay, g, g + weight_decay theta)
    mu         = beta1 (1 - 0.5 * 0.96^(t momentum_decay))
    mu_next    = beta1 (1 - 0.5 * 0.96^((t + 1) momentum_decay))
    mu_product = mu_product mu
    m          = beta1 m + (1 - beta1) g
    v          = beta2 v + (1 - beta2) g^2
    denom      = sqrt(v / (1 - beta2^t)) + eps
    theta      = theta - lr (1 - mu) / (1 - mu_product) g / denom
    theta      = theta - lr mu_next / (1 - mu_product mu_next) m / denom
  `,
})
