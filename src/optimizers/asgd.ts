import { updateRule } from './rule'

export default updateRule({
  name: 'ASGD',
  summary: 'SGD whose steps shrink slowly, and which also keeps the average of where it has been.',
  reference: 'Polyak & Juditsky 1992; Bottou 2010; torch.optim.ASGD (default-dtype float64 state)',
  hyperparameters: { lr: 1e-2, lambd: 1e-4, alpha: 0.75, t0: 1e6, weight_decay: 0 },
  // The library's t0 comes after all steps of a walk on a landscape: nothing would ever be averaged.
  landscape: { t0: 20 },
  state: { eta: 'lr', mu: 1, ax: 0 },
  average: 'ax',
  equations: `
    g     = if(weight_decay != 0, g + weight_decay theta, g)
    theta = theta (1 - lambd eta)
    theta = theta - eta g
    ax    = if(mu == 1, theta, ax + mu (theta - ax))
    eta   = lr / (1 + lambd lr t)^alpha
    mu    = 1 / max(1, t - t0)
  `,
})
