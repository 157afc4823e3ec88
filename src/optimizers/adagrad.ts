import { updateRule } from './rule'

export default updateRule({
  name: 'Adagrad',
  summary: 'Each coordinate slows down by all the slope it has ever felt.',
  reference: 'Duchi, Hazan & Singer 2011, JMLR 12; torch.optim.Adagrad',
  hyperparameters: { lr: 1e-2, lr_decay: 0, weight_decay: 0, initial_accumulator_value: 0, eps: 1e-10 },
  landscape: { lr: 0.5 },
  state: { sum: 'initial_accumulator_value' },
  equations: `
    g     = if(weight_decay != 0, g + weight_decay theta, g)
    sum   = sum + g^2
    clr   = lr / (1 + (t - 1) lr_decay)
    theta = theta - clr g / (sqrt(sum) + eps)
  `,
})
