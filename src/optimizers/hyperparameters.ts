/** How a hyperparameter is bounded and presented, by its name, whatever the optimizer. */
export interface HyperparameterKind {
  /** Least and greatest value that a slider offers. */
  readonly range: readonly [number, number]
  readonly scale: 'linear' | 'log'
  /** Values outside are refused, as torch.optim refuses them. `open` excludes the upper bound. */
  readonly valid: { readonly min: number; readonly max: number; readonly open?: boolean }
  /** What it does, for a tooltip. */
  readonly help: string
}

const anything = { min: Number.NEGATIVE_INFINITY, max: Number.POSITIVE_INFINITY }
const nonNegative = { min: 0, max: Number.POSITIVE_INFINITY }
const fraction = { min: 0, max: 1, open: true }

const table: ReadonlyMap<string, HyperparameterKind> = new Map<string, HyperparameterKind>([
  [
    'lr',
    {
      range: [1e-5, 10],
      scale: 'log',
      valid: nonNegative,
      help: 'learning rate: the length of a step for each unit of slope',
    },
  ],
  ['momentum', { range: [0, 0.999], scale: 'linear', valid: nonNegative, help: 'how much of the last step is kept' }],
  [
    'dampening',
    {
      range: [0, 1],
      scale: 'linear',
      valid: anything,
      help: 'how much the new slope is damped as it enters the momentum',
    },
  ],
  ['weight_decay', { range: [0, 1], scale: 'linear', valid: nonNegative, help: 'a pull towards the origin' }],
  ['beta1', { range: [0, 0.999], scale: 'linear', valid: fraction, help: 'memory of the mean slope' }],
  ['beta2', { range: [0.5, 0.9999], scale: 'linear', valid: fraction, help: 'memory of the mean squared slope' }],
  ['alpha', { range: [0, 0.9999], scale: 'linear', valid: nonNegative, help: 'memory of the mean squared slope' }],
  ['rho', { range: [0, 0.999], scale: 'linear', valid: { min: 0, max: 1 }, help: 'memory of the mean squares' }],
  ['eps', { range: [1e-12, 1], scale: 'log', valid: nonNegative, help: 'keeps the division from blowing up' }],
  ['lr_decay', { range: [0, 1], scale: 'linear', valid: nonNegative, help: 'how fast the learning rate shrinks' }],
  [
    'initial_accumulator_value',
    { range: [0, 10], scale: 'linear', valid: nonNegative, help: 'what the sum of squared slopes starts from' },
  ],
  [
    'momentum_decay',
    { range: [0, 0.1], scale: 'linear', valid: nonNegative, help: 'how slowly the momentum warms up' },
  ],
  ['lambd', { range: [0, 0.1], scale: 'linear', valid: anything, help: 'decay of the position' }],
  ['t0', { range: [0, 1000], scale: 'linear', valid: anything, help: 'step from which positions are averaged' }],
  [
    'etaminus',
    {
      range: [0.05, 0.95],
      scale: 'linear',
      valid: { min: 0, max: 1, open: true },
      help: 'factor of the step when the slope changes sign',
    },
  ],
  [
    'etaplus',
    {
      range: [1, 3],
      scale: 'linear',
      valid: { min: 1, max: Number.POSITIVE_INFINITY },
      help: 'factor of the step while the slope keeps its sign',
    },
  ],
  ['step_size_min', { range: [1e-9, 1], scale: 'log', valid: nonNegative, help: 'shortest step' }],
  ['step_size_max', { range: [0.01, 100], scale: 'log', valid: nonNegative, help: 'longest step' }],
])

const fallback: HyperparameterKind = { range: [0, 1], scale: 'linear', valid: anything, help: '' }

export const hyperparameterKind = (name: string): HyperparameterKind => table.get(name) ?? fallback
