import { methodExport } from './method-export'

export default methodExport({
  name: 'Feel',
  walled: true,
  initial: ['arm'],
  write: ({ hyperparameters: { jitter, stride, k }, seed }) => {
    // A schedule's value is a float, where a whole number of directions is meant.
    const directions = typeof k === 'string' ? 'int(k)' : 'k'
    return {
      setup: jitter ? [`random = uniforms(${seed})`] : [],
      step: [
        jitter
          ? `turns = (np.arange(${directions}) + next(random)) / k  # around her, turned by chance`
          : `turns = np.arange(${directions}) / k  # around her`,
        'directions = np.column_stack([np.cos(2 * np.pi * turns), np.sin(2 * np.pi * turns)])',
        "# At arm's length.",
        'losses = [f(theta + arm * direction) for direction in directions]',
        'lowest = np.argmin(losses)',
        'slope = (f(theta) - losses[lowest]) / arm',
        'if slope > 0:',
        stride === 'arm'
          ? '    theta = theta + arm * directions[lowest]'
          : '    theta = theta + lr * slope * directions[lowest]',
        'else:  # nowhere is lower: she feels closer by',
        '    arm *= shrink',
      ],
    }
  },
})
