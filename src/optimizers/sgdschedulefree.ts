import { updateRule } from './rule'

export default updateRule({
  name: 'SGDScheduleFree',
  summary: 'Feels the slope between a fast climber, z, and the average of her way, x, which is the answer it gives.',
  reference: 'Defazio et al. 2024, arXiv:2405.15682, algorithm 1; schedulefree.SGDScheduleFree',
  hyperparameters: { lr: 1, momentum: 0.9, weight_decay: 0, warmup_steps: 0, r: 0, weight_lr_power: 2 },
  landscape: { lr: 0.02 },
  state: { z: 'theta', x: 'theta', lr_max: 0, weight_sum: 0 },
  // theta is the paper's y: where the slope is felt, and where she is drawn.
  average: 'x',
  equations: `
    lr_t       = lr min(1, t / warmup_steps)
    lr_max     = max(lr_max, lr_t)
    weight     = t^r lr_max^weight_lr_power
    weight_sum = weight_sum + weight
    c          = if(weight_sum > 0, weight / weight_sum, 0)
    z          = z - lr_t (g + weight_decay theta)
    x          = (1 - c) x + c z
    theta      = momentum x + (1 - momentum) z
  `,
})
