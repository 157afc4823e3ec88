import { updateRule } from './rule'

export default updateRule({
  name: 'Yogi',
  summary: 'Adam whose yardstick changes by fixed amounts, so that it cannot shrink suddenly and let steps explode.',
  reference: 'Zaheer et al. 2018, "Adaptive methods for nonconvex optimization", algorithm 2; torch_optimizer.Yogi',
  hyperparameters: { lr: 1e-2, beta1: 0.9, beta2: 0.999, eps: 1e-3, initial_accumulator: 1e-6, weight_decay: 0 },
  landscape: { lr: 0.05 },
  state: { m: 'initial_accumulator', v: 'initial_accumulator' },
  equations: `
    g     = if(weight_decay != 0, g + weight_decay theta, g)
    m     = beta1 m + (1 - beta1) g
    v     = v - (1 - beta2) sign(v - g^2) g^2
    m_hat = m / (1 - beta1^t)
    v_hat = v / (1 - beta2^t)
    theta = theta - lr m_hat / (sqrt(v_hat) + eps)
  `,
})
