import { methodHyperparameters } from './methods/hyperparameters'
import { isMethod, type Optimizer } from './optimizer'

/** How a hyperparameter is bounded and presented, by its name, whatever the optimizer. */
export interface HyperparameterKind {
  /** Least and greatest value that a slider offers. */
  readonly range: readonly [number, number]
  readonly scale: 'linear' | 'log'
  /** Values outside are refused, as torch.optim refuses them. */
  readonly valid: Bounds
  /** What it does, for a tooltip. */
  readonly help: string
}

export interface Bounds {
  readonly min: number
  readonly max: number
  /** Exclude `min`, exclude `max`. */
  readonly above?: boolean
  readonly below?: boolean
}

const anything: Bounds = { min: Number.NEGATIVE_INFINITY, max: Number.POSITIVE_INFINITY }
const nonNegative: Bounds = { min: 0, max: Number.POSITIVE_INFINITY }
const fraction: Bounds = { min: 0, max: 1, below: true }

type Entry = readonly [name: string, kind: HyperparameterKind]

const linear = (name: string, low: number, high: number, valid: Bounds, help: string): Entry => [
  name,
  { range: [low, high], scale: 'linear', valid, help },
]
const log = (name: string, low: number, high: number, valid: Bounds, help: string): Entry => [
  name,
  { range: [low, high], scale: 'log', valid, help },
]
const flag = (name: string, help: string): Entry => linear(name, 0, 1, anything, help)

const table: ReadonlyMap<string, HyperparameterKind> = new Map([
  ...methodHyperparameters,
  log('lr', 1e-5, 10, nonNegative, 'learning rate: the length of a step for each unit of slope'),
  linear('momentum', 0, 0.999, nonNegative, 'how much of the last step is kept'),
  linear('dampening', 0, 1, anything, 'how much the new slope is damped as it enters the momentum'),
  linear('weight_decay', 0, 1, nonNegative, 'a pull towards the origin'),
  linear('beta1', 0, 0.999, fraction, 'memory of the mean slope'),
  linear('beta2', 0.5, 0.9999, fraction, 'memory of the mean squared slope'),
  linear('AggMo.beta1', 0, 0.999, fraction, 'how much the lightest ball keeps of its speed'),
  linear('AggMo.beta2', 0, 0.999, fraction, 'how much the middle ball keeps of its speed'),
  linear('AggMo.beta3', 0, 0.9999, fraction, 'how much the heaviest ball keeps of its speed'),
  linear('Lion.beta2', 0.5, 0.9999, fraction, 'memory of the momentum'),
  linear('NovoGrad.beta2', 0, 0.9999, fraction, 'memory of the mean squared slope'),
  linear('Adan.beta2', 0, 0.999, fraction, 'memory of how the slope changes'),
  linear('beta3', 0, 0.9999, fraction, 'memory of the mean squared slope'),
  linear('nu', 0, 1, anything, 'share of the average slope; the rest is the slope felt now'),
  linear('nu1', 0, 1, anything, 'share of the mean slope; the rest is the slope felt now'),
  linear('nu2', 0, 1, { min: 0, max: 1 }, 'share of the mean squared slope; the rest is the square felt now'),
  linear('alpha', 0, 0.9999, nonNegative, 'memory of the mean squared slope'),
  linear('ASGD.alpha', 0, 1, anything, 'power with which the learning rate shrinks'),
  linear('rho', 0, 0.999, { min: 0, max: 1 }, 'memory of the mean squares'),
  log('eps', 1e-12, 1, nonNegative, 'keeps the division from blowing up'),
  linear('lr_decay', 0, 1, nonNegative, 'how fast the learning rate shrinks'),
  linear('initial_accumulator_value', 0, 10, nonNegative, 'what the sum of squared slopes starts from'),
  linear('momentum_decay', 0, 0.1, nonNegative, 'how slowly the momentum warms up'),
  linear('lambd', 0, 0.1, anything, 'decay of the position'),
  linear('t0', 0, 1000, anything, 'step from which positions are averaged'),
  linear(
    'etaminus',
    0.05,
    0.95,
    { min: 0, max: 1, above: true, below: true },
    'factor of the step when the slope changes sign',
  ),
  linear(
    'etaplus',
    1.01,
    3,
    { min: 1, max: Number.POSITIVE_INFINITY, above: true },
    'factor of the step while the slope keeps its sign',
  ),
  log('step_size_min', 1e-9, 1, nonNegative, 'shortest step'),
  log('step_size_max', 0.01, 100, nonNegative, 'longest step'),
  log('initial_accumulator', 1e-9, 1, nonNegative, 'what both averages start from'),
  log('max_learning_rate', 1e-4, 10, nonNegative, 'longest step for each unit of slope'),
  linear('scaling', 0, 2, nonNegative, 'share of the whole step that is taken'),
  linear('f_min', -10, 10, anything, 'the loss at the goal: how low the valley is, or how high the summit'),
  log('gamma', 1e-3, 10, nonNegative, 'weight of the curvature: the smaller, the more steps are clipped'),
  linear('k', 1, 50, { min: 1, max: Number.POSITIVE_INFINITY }, 'steps between two looks at the curvature'),
  linear('warmup_steps', 0, 100, nonNegative, 'steps in which the learning rate grows to its full value'),
  linear('r', 0, 4, nonNegative, 'power of the step with which later points weigh more in the average'),
  linear('weight_lr_power', 0, 4, nonNegative, 'power of the learning rate with which points weigh in the average'),
  log('d0', 1e-8, 1, { min: 0, max: Number.POSITIVE_INFINITY, above: true }, 'first guess of the distance to the goal'),
  log('d_coef', 0.1, 10, nonNegative, 'factor of the estimated distance to the goal'),
  flag('grad_averaging', 'the new slope enters the momentum with weight 1 - beta1'),
  flag('use_bias_correction', 'make up for averages that start from 0, as Adam does'),
  flag('nesterov', 'feel the slope where the momentum is about to lead, not where she stands'),
  flag('amsgrad', 'never forget the steepest slope: divide by the largest mean square so far'),
  flag('centered', 'measure the slope against its variance, not its mean square'),
  flag('decoupled_weight_decay', 'pull the position itself towards the origin, as AdamW does'),
])

const fallback: HyperparameterKind = { range: [0, 1], scale: 'linear', valid: anything, help: '' }

/** Of `optimizer`'s hyperparameter `name`. A flag (its default is a boolean) has a help text only. */
export const hyperparameterKind = (name: string, optimizer = ''): HyperparameterKind =>
  table.get(`${optimizer}.${name}`) ?? table.get(name) ?? fallback

/** Of `optimizer`'s hyperparameter, its own or by name. */
export const kindOf = (optimizer: Optimizer, name: string): HyperparameterKind =>
  (isMethod(optimizer) ? undefined : new Map(Object.entries(optimizer.kinds ?? {})).get(name)) ??
  hyperparameterKind(name, optimizer.name)

/** Of a hyperparameter that somebody typed: any value is valid, and the slider is `range`, or what is usual for its name. */
export function typedKind(
  name: string,
  value: number | boolean,
  range?: readonly [number, number],
): HyperparameterKind {
  const known = hyperparameterKind(name)
  const [low, high] = range ?? usualRange(Number(value), known)
  return {
    range: [low, high],
    scale: low > 0 && high >= 100 * low ? 'log' : 'linear',
    valid: anything,
    help: known.help,
  }
}

/** That of the name, if it is known and the value lies within; else from 0 to twice the value. */
function usualRange(value: number, { range, help }: HyperparameterKind): readonly [number, number] {
  if (help !== '' && value >= range[0] && value <= range[1]) return range
  return value === 0 ? [-1, 1] : [Math.min(0, 2 * value), Math.max(0, 2 * value)]
}

export function isWithin(value: number, { min, max, above, below }: Bounds): boolean {
  return (above ? value > min : value >= min) && (below ? value < max : value <= max)
}

/** `at least 0 and below 1`; empty where anything goes. */
export function boundsInWords({ min, max, above, below }: Bounds): string {
  const lower = min === Number.NEGATIVE_INFINITY ? [] : [`${above ? 'above' : 'at least'} ${min}`]
  const upper = max === Number.POSITIVE_INFINITY ? [] : [`${below ? 'below' : 'at most'} ${max}`]
  return [...lower, ...upper].join(' and ')
}
