import { expect, test } from 'vitest'
import { attemptsAt } from '../../src/optimizers/methods/attempts'
import { AttemptLog, MOST_ATTEMPTS } from '../../src/simulation/attempt-log'

const probe = (x: number) => ({ kind: 'probe', theta: [x, -x], loss: x * x, verdict: 'rejected' }) as const

test('what is added comes back, each with the point it led to', () => {
  const log = new AttemptLog(2, 4)
  log.add({ kind: 'simplex', theta: [1, 2], loss: 3, verdict: 'noted' })
  log.closePoint(0)
  log.closePoint(1)
  // More than the arrays first have room for.
  for (let i = 0; i < 1000; i++) log.add(probe(i))
  log.add({ kind: 'trust-region', theta: [5, 6], loss: Number.NaN, verdict: 'accepted', radius: 0.5 })
  log.closePoint(2)
  const attempts = log.finish(3)
  expect([...attempts.offsets]).toEqual([0, 1, 1, 1002])
  expect(attemptsAt(attempts, 0, 2)).toEqual([
    { kind: 'simplex', theta: Float64Array.of(1, 2), loss: 3, verdict: 'noted', radius: 0 },
  ])
  expect(attemptsAt(attempts, 1, 2)).toEqual([])
  const last = attemptsAt(attempts, 2, 2)
  expect(last.slice(0, 1000).map(({ theta }) => theta[0])).toEqual(Array.from({ length: 1000 }, (_, i) => i))
  expect(last[1000]).toEqual({
    kind: 'trust-region',
    theta: Float64Array.of(5, 6),
    loss: Number.NaN,
    verdict: 'accepted',
    radius: 0.5,
  })
  expect(attemptsAt(attempts, 3, 2)).toEqual([])
})

test('a run that tries without end fills no more than its share of memory', () => {
  const log = new AttemptLog(1, 2)
  for (let i = 0; i < MOST_ATTEMPTS + 10; i++) log.add({ kind: 'probe', theta: [i], loss: i, verdict: 'noted' })
  log.closePoint(0)
  log.closePoint(1)
  const attempts = log.finish(2)
  expect(attempts.loss).toHaveLength(MOST_ATTEMPTS)
  expect([...attempts.offsets]).toEqual([0, MOST_ATTEMPTS, MOST_ATTEMPTS])
})
