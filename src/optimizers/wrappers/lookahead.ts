import { wrapper } from '../wrapper'

export default wrapper({
  name: 'Lookahead',
  summary:
    'A slow climber who follows: every k steps she comes part of the way, and the fast one starts again from her.',
  reference: 'Zhang et al. 2019, arXiv:1907.08610, algorithm 1; k and alpha as in its section 5',
  hyperparameters: { k: 5, alpha: 0.5 },
  kinds: {
    k: {
      range: [1, 50],
      scale: 'linear',
      valid: { min: 1, max: 1e6 },
      help: 'steps of the fast climber between two of the slow one',
    },
    alpha: {
      range: [0, 1],
      scale: 'linear',
      valid: { min: 0, max: 1 },
      help: 'how far of the way the slow climber comes',
    },
  },
  state: { slow: 'theta' },
  before: '',
  // True at every k-th step, also where k is not whole.
  after: `
    meet  = floor(t / k) > floor((t - 1) / k)
    slow  = if(meet, slow + alpha (theta - slow), slow)
    theta = if(meet, slow, theta)
  `,
})
