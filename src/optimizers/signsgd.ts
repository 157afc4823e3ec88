import { updateRule } from './rule'

export default updateRule({
  name: 'signSGD',
  summary: 'Feels only which way is down in each coordinate, and always steps equally far.',
  reference: 'Bernstein et al. 2018, arXiv:1802.04434, algorithm 1; lr of its section 6',
  hyperparameters: { lr: 1e-4 },
  landscape: { lr: 0.02 },
  state: {},
  equations: `
    theta = theta - lr sign(g)
  `,
})
