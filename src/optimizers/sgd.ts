import { updateRule } from './rule'

export default updateRule({
  name: 'SGD',
  summary: 'A step straight down the slope, or, with momentum, a heavy ball that keeps some of its speed.',
  reference: 'Robbins & Monro 1951; Polyak 1964; Sutskever et al. 2013; torch.optim.SGD',
  hyperparameters: { lr: 1e-3, momentum: 0, dampening: 0, weight_decay: 0, nesterov: false },
  landscape: { lr: 0.01 },
  state: { buf: 0 },
  equations: `
    g     = if(weight_decay != 0, g + weight_decay theta, g)
    buf   = momentum buf + if(t == 1, 1, 1 - dampening) g
    d     = if(momentum == 0, g, if(nesterov, g + momentum buf, buf))
    theta = theta - lr d
  `,
  validate: ({ nesterov, momentum, dampening }) => {
    if (!nesterov || (Number(momentum) > 0 && dampening === 0)) return undefined
    const remedies = [
      ...(Number(momentum) > 0 ? [] : ['set momentum to 0.9']),
      ...(dampening === 0 ? [] : ['set dampening to 0']),
    ]
    return `nesterov needs a momentum above 0 and a dampening of 0: ${remedies.join(' and ')}, or turn nesterov off`
  },
})
