import { methodExport } from './method-export'

export default methodExport({
  name: 'SimulatedAnnealing',
  initial: ['temperature'],
  write: ({ seed }) => ({
    setup: [`random = uniforms(${seed})`],
    step: [
      '# A proposal, Gaussian of standard deviation `reach` along each axis.',
      'proposal = theta + reach * np.array([gaussian(random), gaussian(random)])',
      'chance, loss = next(random), f(proposal)',
      'rise = loss - f(theta)',
      '# What is lower is taken; what is higher by the odds exp(-rise / temperature).',
      'if rise <= 0 or (np.isfinite(loss) and chance < np.exp(-rise / temperature)):',
      '    theta = proposal',
      'temperature *= cooling',
    ],
  }),
})
