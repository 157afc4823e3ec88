import { updateRule } from './rule'

export default updateRule({
  name: 'RMSprop',
  summary: 'Each coordinate is divided by how steep it has lately been, so ravines look round.',
  reference: 'Tieleman & Hinton 2012, lecture 6.5; centered: Graves 2013, arXiv:1308.0850; torch.optim.RMSprop',
  hyperparameters: { lr: 1e-2, alpha: 0.99, eps: 1e-8, weight_decay: 0, momentum: 0, centered: false },
  state: { v: 0, g_avg: 0, buf: 0 },
  // No clamp under the root, as in torch: with a constant slope v - g_avg^2 can round below 0.
  equations: `
    g     = if(weight_decay != 0, g + weight_decay theta, g)
    v     = alpha v + (1 - alpha) g^2
    g_avg = if(centered, alpha g_avg + (1 - alpha) g, g_avg)
    d     = g / (sqrt(if(centered, v - g_avg^2, v)) + eps)
    buf   = momentum buf + d
    theta = theta - lr buf
  `,
})
