import { wrapper } from '../wrapper'

export default wrapper({
  name: 'SAM',
  summary: 'Feels the slope where, within arm’s length, the ground is highest: sharp valleys repel, wide ones attract.',
  reference: 'Foret et al. 2021, arXiv:2010.01412, algorithm 1 and equation 2; rho as in its section 3.1',
  hyperparameters: { rho: 0.05 },
  kinds: {
    rho: {
      range: [0.001, 1],
      scale: 'log',
      valid: { min: 0, max: Number.POSITIVE_INFINITY },
      help: 'the arm’s length',
    },
  },
  state: {},
  // On level ground there is nowhere to reach: her arm is then of no length.
  before: 'probe = if(norm(g) > 0, theta + rho g / norm(g), theta)',
  after: '',
})
