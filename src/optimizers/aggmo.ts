import { updateRule } from './rule'

export default updateRule({
  name: 'AggMo',
  summary: 'Three heavy balls of different weight rolled into one: the light ones damp what the heavy one overshoots.',
  reference: 'Lucas et al. 2019, arXiv:1804.00325, equation 4; defaults of torch_optimizer.AggMo',
  hyperparameters: { lr: 1e-3, beta1: 0, beta2: 0.9, beta3: 0.99, weight_decay: 0 },
  state: { buf1: 0, buf2: 0, buf3: 0 },
  equations: `
    g     = if(weight_decay != 0, g + weight_decay theta, g)
    buf1  = beta1 buf1 + g
    buf2  = beta2 buf2 + g
    buf3  = beta3 buf3 + g
    theta = theta - lr (buf1 + buf2 + buf3) / 3
  `,
})
