import { writeNumber } from '../scene/json'
import type { Walk } from './simulate'

/** `[a,b,…]` of some entries of an array. */
const vector = (values: Float64Array, from: number, to: number): string => {
  let text = '['
  for (let i = from; i < to; i++) text += (i > from ? ',' : '') + writeNumber(values[i]!)
  return `${text}]`
}

/** `[[x,y],…]`: rows of `d` entries, `stride` apart. */
const matrix = (values: Float64Array, rows: number, d: number, stride = d, offset = 0): string => {
  const lines = Array.from({ length: rows }, (_, k) => vector(values, offset + k * stride, offset + k * stride + d))
  return `[${lines.join(',')}]`
}

/** One run as JSON, as the command line prints it. */
export function runJson({ name, spec, trajectory }: Walk): string {
  const { dimension: d, length: n, theta, loss, gradient, felt, state, stateNames, evaluations } = trajectory
  const stride = stateNames.length * d
  const states = stateNames.map((key, j) => `${JSON.stringify(key)}:${matrix(state, n, d, stride, j * d)}`)
  const { outcome, outcomeStep } = trajectory
  const head = JSON.stringify({ name, optimizer: spec.optimizer, outcome, outcomeStep }).slice(0, -1)
  return [
    `${head},"theta":${matrix(theta, n, d)}`,
    `"loss":${vector(loss, 0, n)}`,
    `"gradient":${matrix(gradient, n, d)}`,
    ...(felt === undefined ? [] : [`"felt":${matrix(felt, n, d)}`]),
    `"state":{${states.join(',')}}`,
    `"evaluations":${JSON.stringify(evaluations)}}`,
  ].join(',')
}

/** Columns that every table has; the state variables of all optimizers follow, empty where a run has none. */
const columns = ['run', 'name', 'optimizer', 'step', 'x', 'y', 'loss', 'gradient_x', 'gradient_y']

export const csvHeader = (stateNames: readonly string[]): string =>
  [...columns, ...stateNames.flatMap((name) => [`${name}_x`, `${name}_y`])].join(',')

/** The lines of one run, a point each. */
export function csvRows({ name, spec, trajectory }: Walk, index: number, stateNames: readonly string[]): string[] {
  const { length, theta, gradient, loss, state } = trajectory
  const head = [index, field(name), field(spec.optimizer)].join(',')
  const places = stateNames.map((key) => trajectory.stateNames.indexOf(key))
  return Array.from({ length }, (_, k) => {
    const cells: (number | string)[] = [
      theta[2 * k]!,
      theta[2 * k + 1]!,
      loss[k]!,
      gradient[2 * k]!,
      gradient[2 * k + 1]!,
    ]
    for (const place of places) {
      const at = 2 * (k * trajectory.stateNames.length + place)
      cells.push(...(place === -1 ? ['', ''] : [state[at]!, state[at + 1]!]))
    }
    return `${head},${k},${cells.map(cell).join(',')}`
  })
}

const cell = (value: number | string) => (Object.is(value, -0) ? '-0' : String(value))
const field = (text: string) => (/[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text)
