import { updateRule } from './rule'

export default updateRule({
  name: 'ADOPT',
  summary: 'Adam that measures a slope by the ones before it, never by itself: it settles whatever beta2 is.',
  reference: 'Taniguchi et al. 2024, arXiv:2411.02853, algorithm 2 with its clipping; iShohei220/adopt',
  hyperparameters: { lr: 1e-3, beta1: 0.9, beta2: 0.9999, eps: 1e-6, weight_decay: 0 },
  landscape: { lr: 0.05 },
  state: { m: 0, v: 0 },
  // The first step only feels: its clip is 0.
  equations: `
    g     = if(weight_decay != 0, g + weight_decay theta, g)
    clip  = (t - 1)^0.25
    u     = min(max(g / max(sqrt(v), eps), -clip), clip)
    m     = beta1 m + (1 - beta1) u
    theta = theta - lr m
    v     = if(t == 1, g^2, beta2 v + (1 - beta2) g^2)
  `,
})
