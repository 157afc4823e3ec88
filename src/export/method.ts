import { floatLiteral, literal } from '../expression/print/python-code'
import type { Method } from '../optimizers/method'
import type { RunSpec } from '../simulation/trajectory'
import { indented } from './code'
import type { MethodExport } from './methods/method-export'
import { noiseCall } from './noise'
import { type Scheduled, scheduleLines, schedulesOf } from './schedule'

/** The body of the function that walks a run of a method, in NumPy. */
export function methodWalk(spec: RunSpec, method: Method, exported: MethodExport): string[] {
  const { hyperparameters, noise, seed } = spec
  const { setup = [], step } = exported.write({ hyperparameters, isNoisy: noise !== undefined, seed })
  const initial = exported.initial ?? []
  const [above, inside] = [wordsOf(setup), wordsOf(step)]
  const isRead = (name: string) => above.has(name) || inside.has(name)
  const schedules = schedulesOf(hyperparameters, method.hyperparameters).filter(({ name }) => isRead(name))
  const atStart = schedules.filter(({ name }) => above.has(name) || initial.includes(name))
  const live = schedules.filter(({ name }) => inside.has(name) && !initial.includes(name))
  const numbers = Object.entries(hyperparameters).filter(
    (entry): entry is [string, number] => typeof entry[1] === 'number' && isRead(entry[0]),
  )
  const first = ({ name, fn }: Scheduled) => `${name} = ${fn}(np.float64(1))`
  return [
    ...numbers.map(([name, value]) => `${name} = ${literal(value).text}`),
    ...scheduleLines(schedules, hyperparameters, [...above, ...inside]),
    ...oracle(spec, exported, isRead),
    ...(noise === undefined ? [] : [`noises = ${noiseCall(noise, seed)}`]),
    ...atStart.map(first),
    `theta = np.array([${spec.start.map(floatLiteral).join(', ')}])`,
    ...setup,
    'path = [theta.tolist()]',
    live.length > 0 ? 'for step in np.arange(1.0, STEPS + 1):' : 'for _ in range(STEPS):',
    ...indented([
      ...live.map(({ name, fn }) => `${name} = ${fn}(step)`),
      ...(noise === undefined ? [] : ['wobble = next(noises)']),
      ...step,
      'path.append(theta.tolist())',
    ]),
    'return path',
  ]
}

/** The loss and its derivatives as someone who descends feels them: functions, as far as the method asks for them. */
function oracle({ maximize, noise }: RunSpec, { walled }: MethodExport, isRead: (name: string) => boolean): string[] {
  const sign = maximize ? '-' : ''
  const height = `${sign}np.float64(height(*theta))`
  const slope = noise === undefined ? 'gradient(*theta)' : 'gradient(*theta) + wobble'
  const felt = maximize && noise !== undefined ? `(${slope})` : slope
  const wall = [
    `loss = ${height}`,
    "# Beyond the formula's end: a wall.",
    'return math.inf if np.isnan(loss) else loss',
  ]
  const define = (name: string, body: readonly string[]) =>
    isRead(name) ? [`def ${name}(theta):`, ...indented(body), ''] : []
  return [
    ...define('f', walled ? wall : [`return ${height}`]),
    ...define('grad', [`return ${sign}${felt}`]),
    ...define('hess', [`return ${sign}hessian(*theta)`]),
  ]
}

/** The names in Python code, without its comments. */
const wordsOf = (lines: readonly string[]): Set<string> =>
  new Set(lines.flatMap((line) => line.replace(/#.*/, '').match(/(?<![\w.])[A-Za-z_]\w*/g) ?? []))
