import { updateRule } from './rule'

export default updateRule({
  name: 'Lion',
  summary: 'Steps of one length in every coordinate: only the sign of a momentum counts. Found by a program search.',
  reference: 'Chen et al. 2023, arXiv:2302.06675, algorithm 2; defaults of its authors’ google/automl/lion',
  hyperparameters: { lr: 1e-4, beta1: 0.9, beta2: 0.99, weight_decay: 0 },
  landscape: { lr: 0.02 },
  state: { m: 0 },
  equations: `
    theta = theta (1 - lr weight_decay)
    theta = theta - lr sign(beta1 m + (1 - beta1) g)
    m     = beta2 m + (1 - beta2) g
  `,
})
