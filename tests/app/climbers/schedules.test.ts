import { describe, expect, test } from 'vitest'
import { curveOf } from '../../../src/app/climbers/schedule-curve'
import { constantOf, recognize } from '../../../src/app/climbers/schedule-names'
import { constantFor, readScheduleText, valueAtPlayhead } from '../../../src/app/climbers/schedule-reading'
import adam from '../../../src/optimizers/adam'
import { scheduleFormula, schedules } from '../../../src/optimizers/schedules'
import sgd from '../../../src/optimizers/sgd'

const context = { rule: sgd, name: 'lr', given: {}, steps: 100 }
const read = (text: string) => readScheduleText(text, context)
const values = (text: string) => {
  const reading = read(text)
  if (!reading.ok) throw new Error(reading.problem.message)
  return reading.values
}
const problem = (text: string, more: object = {}) => {
  const reading = readScheduleText(text, { ...context, ...more })
  if (reading.ok) throw new Error(`${text} was read`)
  return reading.problem
}

describe('reading a schedule', () => {
  test('gives its value at every step, counted from 1', () => {
    expect([...values('0.1 * 0.5^(t - 1)').slice(0, 3)]).toEqual([0.1, 0.05, 0.025])
    expect(values('t / T').at(-1)).toBe(1)
    expect(values('momentum + 0.2')[7]).toBe(0.2)
  })

  test.each([
    ['0.1 * rate', 6, 4],
    ['0.1 * (1 + t', 6, 1],
    ['0.1 +* t', 5, 1],
  ])('marks what is wrong in `%s`', (text, position, length) => {
    expect(problem(text)).toMatchObject({ position, length })
    expect(problem(text).message).not.toBe('')
  })

  test('offers what a misspelt name may have meant', () => {
    const text = '0.1 * coss(t)^2'
    const { position, length, suggestion } = problem(text)
    expect(read(text.slice(0, position) + suggestion + text.slice(position + length)).ok).toBe(true)
  })

  test('refuses values that the run would refuse, and says at which step', () => {
    expect(problem('0.05 - 0.001 t')).toMatchObject({ position: 0, length: 14 })
    expect(problem('0.05 - 0.001 t').message).toMatch(/^lr must be at least 0, but .* at step 51$/)
    expect(problem('1 / (t - 5)^2').message).toContain('finite')
    expect(problem('1', { rule: adam, name: 'beta1' }).message).toContain('below 1')
  })

  test('is not held back by another schedule that is broken', () => {
    expect(readScheduleText('0.1 / t', { ...context, given: { momentum: 'nonsense(' } }).ok).toBe(true)
  })
})

describe('named schedules', () => {
  test.each(schedules.map((schedule) => [schedule.name, schedule] as const))(
    '%s is recognized again',
    (_, schedule) => {
      for (const base of [0.05, 1e-8, 3, 0]) {
        const text = scheduleFormula(schedule, base)
        expect(recognize(text)).toEqual({ schedule, base })
        if (base > 0) expect(constantOf(text, values(text))).toBe(base)
      }
    },
  )

  test('a changed one is nobody’s', () => {
    expect(recognize('0.1 * 0.98^(t - 1)')).toBeUndefined()
    expect(recognize('0.1 * 0.99^(t - 1) + 0')).toBeUndefined()
    expect(recognize('base')).toBeUndefined()
  })

  test('a schedule without a name goes back to its largest value', () => {
    const text = '0.3 * min(1, t / 10) * 0.9^(t / 50)'
    expect(constantFor(text, context)).toBe(Number(Math.max(...values(text)).toPrecision(4)))
  })

  test('one that cannot be read goes back to what the optimizer comes with', () => {
    expect(constantFor('0.1 *', context)).toBe(sgd.landscape?.lr ?? sgd.hyperparameters.lr)
  })
})

describe('the curve', () => {
  const corners = ({ path }: { readonly path: string }) =>
    path
      .slice(1)
      .split('L')
      .map((corner) => corner.split(' ').map(Number))

  test('runs from the first step to the last, from its highest value down to 0', () => {
    const curve = curveOf(values('0.1 * (1 - (t - 1) / T)'))
    expect(curve).toMatchObject({ low: 0, high: 0.1 })
    expect(corners(curve)[0]).toEqual([0, 0])
    expect(corners(curve).at(-1)![0]).toBe(1)
    expect(corners(curve).at(-1)![1]).toBeCloseTo(0.99, 3)
  })

  test('fills its height where all values are far from 0', () => {
    const curve = curveOf(Float64Array.of(0.9, 0.95, 0.99))
    expect(curve).toMatchObject({ low: 0.9, high: 0.99 })
    expect(corners(curve).map(([, y]) => y)).toEqual([1, 0.4444, 0])
  })

  test('of a constant, of one step and of a long run is whole', () => {
    expect(corners(curveOf(values('0.1')))[0]).toEqual([0, 0])
    expect(corners(curveOf(Float64Array.of(0)))).toEqual([
      [0, 0.5],
      [1, 0.5],
    ])
    const long = corners(curveOf(Float64Array.from({ length: 50_000 }, (_, k) => 1 / (k + 1))))
    expect(long.length).toBeLessThanOrEqual(128)
    expect(long.flat().every(Number.isFinite)).toBe(true)
  })
})

test.each([
  [0, 1],
  [0.7, 1],
  [1, 1],
  [2.9, 2],
  [3, 3],
  [50, 3],
])('at playhead %d she has just used the value of step %i', (playhead, step) => {
  expect(valueAtPlayhead(Float64Array.of(1, 2, 3), playhead)).toBe(step)
})
