import { floatLiteral, literal } from '../expression/print/python-code'
import type { Optimizer } from '../optimizers/optimizer'
import type { Hyperparameters, HyperparameterValue } from '../optimizers/rule'
import type { RunSpec } from '../simulation/trajectory'
import { indented } from './code'
import { noiseCall } from './noise'
import { type Scheduled, scheduleLines, schedulesOf } from './schedule'

/** How a class of torch.optim is called. */
interface TorchOptimizer {
  /** Where it has another name than ours. */
  readonly name?: string
  /** Arguments of its constructor with the hyperparameters that they are made of, `lr` aside. */
  readonly args: Readonly<Record<string, readonly string[]>>
  /** What it says when constructed, whatever the run. */
  readonly fixed?: string
}

const same = (...names: readonly string[]) => Object.fromEntries(names.map((name) => [name, [name]]))
const betas = { betas: ['beta1', 'beta2'] }
const adam: TorchOptimizer = { args: { ...betas, ...same('eps', 'weight_decay', 'amsgrad') } }

/**
 * Those whose rule is ours in every version from 1.13 on, with arguments that all of these have. NAdam is not among them:
 * until 2.0 its rule had one factor too many (pytorch/pytorch#92699).
 */
const torchOptimizers: ReadonlyMap<string, TorchOptimizer> = new Map<string, TorchOptimizer>([
  ['SGD', { args: same('momentum', 'dampening', 'weight_decay', 'nesterov') }],
  ['Adam', adam],
  ['AMSGrad', { args: { ...betas, ...same('eps', 'weight_decay') }, name: 'Adam', fixed: 'amsgrad=True' }],
  ['AdamW', adam],
  ['RMSprop', { args: same('alpha', 'eps', 'weight_decay', 'momentum', 'centered') }],
  ['Adagrad', { args: same('lr_decay', 'weight_decay', 'initial_accumulator_value', 'eps') }],
  ['Adadelta', { args: same('rho', 'eps', 'weight_decay') }],
  ['Adamax', { args: { ...betas, ...same('eps', 'weight_decay') } }],
  ['RAdam', { args: { ...betas, ...same('eps', 'weight_decay') } }],
  ['ASGD', { args: same('lambd', 'alpha', 't0', 'weight_decay') }],
  ['Rprop', { args: { etas: ['etaminus', 'etaplus'], step_sizes: ['step_size_min', 'step_size_max'] } }],
  [
    'LBFGS',
    { args: same('max_iter', 'max_eval', 'tolerance_grad', 'tolerance_change', 'history_size', 'line_search_fn') },
  ],
])

/** Hyperparameters that torch.optim looks at when it starts, or treats as absent where they are 0: no schedule reaches them. */
const readOnce = ['momentum', 'initial_accumulator_value']

/** Whether torch.optim has the optimizer of this run, as every version from 1.13 on computes it. */
export function isTorch({ optimizer, equations, wrappers = [], hyperparameters }: RunSpec): boolean {
  if (equations !== undefined || wrappers.length > 0 || !torchOptimizers.has(optimizer)) return false
  const given = new Map(Object.entries(hyperparameters))
  // RAdam's flag came with 2.2; AMSGrad without its flag is Adam.
  if (given.get('decoupled_weight_decay') === true) return false
  if (readOnce.some((name) => typeof given.get(name) === 'string')) return false
  return optimizer !== 'AMSGrad' || given.get('amsgrad') === true
}

/** The name in torch.optim of an optimizer that `isTorch`. */
export const torchName = ({ optimizer }: RunSpec): string => torchOptimizers.get(optimizer)!.name ?? optimizer

/** The body of the function that walks a run by torch.optim. */
export function torchWalk(spec: RunSpec, { hyperparameters: defaults }: Optimizer): string[] {
  const { hyperparameters, noise, seed, maximize } = spec
  const schedules = schedulesOf(hyperparameters, defaults)
  const isLbfgs = spec.optimizer === 'LBFGS'
  const z = maximize ? '-loss(*theta)' : 'loss(*theta)'
  const felt = noise === undefined ? [] : [`theta.grad ${maximize ? '-' : '+'}= torch.from_numpy(wobble)`]
  const slope = [
    'optimizer.zero_grad()',
    ...(isLbfgs ? [`value = ${z}`, 'value.backward()'] : [`${maximize ? `(${z})` : z}.backward()`]),
    ...felt,
  ]
  const step = isLbfgs
    ? ['def closure():', ...indented([...slope, 'return value']), '', 'optimizer.step(closure)']
    : [...slope, 'optimizer.step()']
  const wobble = noise === undefined ? [] : ['wobble = next(noises)']
  return [
    ...scheduleLines(schedules, hyperparameters),
    `theta = torch.tensor([${spec.start.map(floatLiteral).join(', ')}], requires_grad=True)`,
    `optimizer = torch.optim.${torchName(spec)}(${constructorArguments(spec, defaults, schedules)})`,
    ...(schedules.length > 0 ? ['group = optimizer.param_groups[0]'] : []),
    ...(noise === undefined ? [] : [`noises = ${noiseCall(noise, seed)}`]),
    'path = [theta.tolist()]',
    schedules.length > 0 ? 'for t in np.arange(1.0, STEPS + 1):' : 'for _ in range(STEPS):',
    ...indented([...settings(spec, schedules), ...wobble, ...step, 'path.append(theta.tolist())']),
    'return path',
  ]
}

/** `lr` always, and whatever differs from the defaults of torch. */
function constructorArguments(spec: RunSpec, defaults: Hyperparameters, schedules: readonly Scheduled[]): string {
  const { args, fixed } = torchOptimizers.get(spec.optimizer)!
  const scheduled = new Set(schedules.map(({ name }) => name))
  const standard = new Map(Object.entries(defaults))
  const values = new Map(Object.entries(spec.hyperparameters))
  const value = (name: string) => (scheduled.has(name) ? standard.get(name)! : values.get(name)!)
  const given = Object.entries({ lr: ['lr'], ...args })
    .filter(([arg, names]) => arg === 'lr' || names.some((name) => value(name) !== standard.get(name)))
    .map(([arg, names]) => `${arg}=${tuple(names.map((name) => argument(value(name))))}`)
  return ['[theta]', ...given, ...(fixed === undefined ? [] : [fixed])].join(', ')
}

function settings({ optimizer, hyperparameters }: RunSpec, schedules: readonly Scheduled[]): string[] {
  const { args } = torchOptimizers.get(optimizer)!
  const fns = new Map(schedules.map(({ name, fn }) => [name, fn]))
  const lines = Object.entries({ lr: ['lr'], ...args })
    .filter(([arg, names]) => arg !== 'max_eval' && names.some((name) => fns.has(name)))
    .map(([arg, names]) => {
      const parts = names.map((name, i) => {
        const fn = fns.get(name)
        if (fn === undefined) return `group["${arg}"][${i}]`
        return isWhole(name) ? `int(${fn}(t))` : `float(${fn}(t))`
      })
      return `group["${arg}"] = ${tuple(parts)}`
    })
  if (!fns.has('max_iter') && !fns.has('max_eval')) return lines
  // What it is where none is given torch.optim works out once, from the first max_iter.
  const given = fns.has('max_eval') ? `int(${fns.get('max_eval')}(t))` : argument(hyperparameters.max_eval!)
  return [...lines, `group["max_eval"] = ${given === '0' ? '' : `${given} or `}int(1.25 * group["max_iter"])`]
}

const isWhole = (name: string) => name === 'max_iter' || name === 'history_size'

const tuple = (parts: readonly string[]) => (parts.length === 1 ? parts[0]! : `(${parts.join(', ')})`)

/** A choice is one of ours, so that it needs no escape. */
function argument(value: HyperparameterValue): string {
  if (typeof value === 'number') return literal(value).text
  if (typeof value === 'boolean') return value ? 'True' : 'False'
  return value === 'none' ? 'None' : `"${value}"`
}
