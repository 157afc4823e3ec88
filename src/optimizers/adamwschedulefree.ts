import { updateRule } from './rule'

export default updateRule({
  name: 'AdamWScheduleFree',
  summary: "SGDScheduleFree with Adam's yardstick for the fast climber, z; the answer is the average of her way, x.",
  reference: 'Defazio et al. 2024, arXiv:2405.15682, section 4.1; schedulefree.AdamWScheduleFree 1.0',
  hyperparameters: {
    lr: 2.5e-3,
    beta1: 0.9,
    beta2: 0.999,
    eps: 1e-8,
    weight_decay: 0,
    warmup_steps: 0,
    r: 0,
    weight_lr_power: 2,
  },
  landscape: { lr: 0.1 },
  state: { z: 'theta', x: 'theta', v: 0, lr_max: 0, weight_sum: 0 },
  // theta is the paper's y: where the slope is felt, and where she is drawn.
  average: 'x',
  equations: `
    lr_t       = lr min(1, t / warmup_steps) sqrt(1 - beta2^t)
    lr_max     = max(lr_max, lr_t)
    weight     = t^r lr_max^weight_lr_power
    weight_sum = weight_sum + weight
    c          = if(weight_sum > 0, weight / weight_sum, 0)
    v          = beta2 v + (1 - beta2) g^2
    z          = z - lr_t (g / (sqrt(v) + eps) + weight_decay theta)
    x          = (1 - c) x + c z
    theta      = beta1 x + (1 - beta1) z
  `,
})
