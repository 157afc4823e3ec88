import { updateRule } from './rule'

export default updateRule({
  name: 'QHAdam',
  summary: 'Adam with both its averages blended with the slope felt now; nu1 = nu2 = 1 is Adam itself.',
  reference: 'Ma & Yarats 2019, arXiv:1810.06801, section 4; defaults of qhoptim.QHAdam, nu1 of its appendix I',
  hyperparameters: { lr: 1e-3, beta1: 0.9, beta2: 0.999, nu1: 1, nu2: 1, eps: 1e-8, weight_decay: 0 },
  landscape: { lr: 0.05, nu1: 0.7 },
  state: { m: 0, v: 0 },
  equations: `
    g     = if(weight_decay != 0, g + weight_decay theta, g)
    m     = beta1 m + (1 - beta1) g
    v     = beta2 v + (1 - beta2) g^2
    m_hat = m / (1 - beta1^t)
    v_hat = v / (1 - beta2^t)
    mean  = (1 - nu1) g + nu1 m_hat
    rms   = sqrt((1 - nu2) g^2 + nu2 v_hat)
    theta = theta - lr mean / (rms + eps)
  `,
})
