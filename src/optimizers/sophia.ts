import { updateRule } from './rule'

export default updateRule({
  name: 'Sophia',
  summary:
    "Newton's step in each coordinate by itself, with a curvature that is looked at now and then, and never too long.",
  reference:
    'Liu et al. 2023, arXiv:2305.14342, algorithm 3, its estimate of the Hessian’s diagonal being the true one',
  hyperparameters: { lr: 1e-3, beta1: 0.96, beta2: 0.99, gamma: 0.01, k: 10, eps: 1e-12, weight_decay: 0.2 },
  landscape: { lr: 0.05, gamma: 0.05, weight_decay: 0 },
  state: { m: 0, hess: 0 },
  // The curvature is due at the first step and at every k-th from there. Where it is not positive the ratio is clipped.
  equations: `
    m     = beta1 m + (1 - beta1) g
    due   = floor((t - 1) / k) > floor((t - 2) / k)
    hess  = if(due, beta2 hess + (1 - beta2) h, hess)
    theta = theta (1 - lr weight_decay)
    ratio = m / max(gamma hess, eps)
    theta = theta - lr min(max(ratio, -1), 1)
  `,
})
