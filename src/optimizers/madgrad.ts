import { updateRule } from './rule'

export default updateRule({
  name: 'MADGRAD',
  summary: 'Always measured from the start: all slopes felt so far, later ones counting more, over their cube root.',
  reference: 'Defazio & Jelassi 2021, arXiv:2101.11075, algorithm 1; defaults of facebookresearch/madgrad',
  hyperparameters: { lr: 1e-2, momentum: 0.9, eps: 1e-6, weight_decay: 0 },
  landscape: { lr: 0.05 },
  state: { s: 0, v: 0, start: 'theta' },
  equations: `
    g     = if(weight_decay != 0, g + weight_decay theta, g)
    scale = (lr + eps) sqrt(t)
    s     = s + scale g
    v     = v + scale g^2
    z     = start - s / (cbrt(v) + eps)
    theta = momentum theta + (1 - momentum) z
  `,
})
