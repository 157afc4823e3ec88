import { updateRule } from './rule'

export default updateRule({
  name: 'Rprop',
  summary: 'Feels only the sign of the slope: longer steps while it keeps its sign, shorter ones when it flips.',
  reference: 'Riedmiller & Braun 1993; torch.optim.Rprop (without backtracking)',
  hyperparameters: { lr: 1e-2, etaminus: 0.5, etaplus: 1.2, step_size_min: 1e-6, step_size_max: 50 },
  state: { prev: 0, step_size: 'lr' },
  // The sign is that of the rounded product, which underflows to 0 on a plateau, as in torch.
  equations: `
    s         = sign(g prev)
    factor    = if(s > 0, etaplus, if(s < 0, etaminus, 1))
    step_size = min(max(step_size factor, step_size_min), step_size_max)
    g         = if(s < 0, 0, g)
    prev      = g
    theta     = theta - sign(g) step_size
  `,
})
