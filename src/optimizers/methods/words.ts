import { format, formatPoint } from '../../math/format'
import type { StepRecord } from '../method'
import type { Attempt } from './attempts'

/** `(1.2, −3)`. */
export const place = (theta: ArrayLike<number>): string =>
  theta.length === 2 ? formatPoint(theta[0]!, theta[1]!) : `(${Array.from(theta, (value) => format(value)).join(', ')})`

export const count = (n: number, one: string, many = `${one}s`): string => `${n} ${n === 1 ? one : many}`

/** The recorded number `name` after the step (`'to'`) or before it. */
export const stateNumber = (record: StepRecord, name: string, when: 'from' | 'to' = 'to'): number =>
  record[when].state.get(name)?.[0] ?? Number.NaN

/** How far along `d` an attempt lies, in units of `d`. */
function lengthAlong(record: StepRecord, d: Float64Array, { theta }: Attempt): number {
  let product = 0
  let square = 0
  for (let i = 0; i < d.length; i++) {
    product += (theta[i]! - record.from.theta[i]!) * d[i]!
    square += d[i]! ** 2
  }
  return product / square
}

const reasons: Readonly<Record<Attempt['verdict'], string>> = {
  noted: '',
  accepted: ' (accepted)',
  rejected: ' (rejected)',
  'too-long': ' (too long)',
  'too-short': ' (too short)',
  undefined: ' (no loss there)',
}

export const asVerdict = (attempt: Attempt): string => reasons[attempt.verdict]

/** `direction (…)`, and the step lengths tried along it: for methods that record `d`. */
export function describeLineSearch(record: StepRecord): readonly string[] {
  const d = record.to.state.get('d')!
  const probes = record.attempts.filter(({ kind }) => kind === 'probe')
  const lengths = probes.map((probe) => format(lengthAlong(record, d, probe)) + asVerdict(probe))
  return [
    `direction ${place(d)}`,
    ...(probes.length === 0 ? [] : [`tried ${count(probes.length, 'step length')}: ${lengths.join(', ')}`]),
    describeMove(record),
  ]
}

/** Where the step led: `loss 3.2 → 1.1 at (1, 2)`, or that it led nowhere. */
export function describeMove({ from, to }: StepRecord): string {
  const stays = from.theta.every((value, i) => value === to.theta[i])
  if (stays) return `stays at ${place(from.theta)}: loss ${format(to.loss)}`
  return `goes to ${place(to.theta)}: loss ${format(from.loss)} → ${format(to.loss)}`
}
