import { updateRule } from './rule'

export default updateRule({
  name: 'Prodigy',
  summary: 'Adam that finds its own learning rate: it estimates how far off the goal is, and d only ever grows.',
  reference: 'Mishchenko & Defazio 2024, arXiv:2306.06101, algorithm 4; prodigyopt.Prodigy (beta3 = sqrt(beta2))',
  hyperparameters: {
    lr: 1,
    beta1: 0.9,
    beta2: 0.999,
    eps: 1e-8,
    weight_decay: 0,
    d0: 1e-6,
    d_coef: 1,
    use_bias_correction: false,
  },
  landscape: { d_coef: 0.5 },
  state: { m: 0, v: 0, s: 0, numerator: 0, d: 'd0', start: 'theta' },
  // numerator and d are the same in each coordinate.
  equations: `
    beta3     = sqrt(beta2)
    bias      = if(use_bias_correction, sqrt(1 - beta2^t) / (1 - beta1^t), 1)
    d_lr      = lr d bias
    numerator = beta3 numerator + d / d0 d_lr dot(g, start - theta)
    s         = beta3 s + d / d0 d_lr g
    m         = beta1 m + (1 - beta1) d g
    v         = beta2 v + (1 - beta2) (d g)^2
    d         = max(d, if(norm1(s) > 0, d_coef numerator / norm1(s), 0))
    theta     = theta (1 - d_lr weight_decay)
    theta     = theta - d_lr m / (sqrt(v) + d eps)
  `,
})
