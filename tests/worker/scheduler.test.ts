import { expect, test } from 'vitest'
import { findCriticalPoints, searchCriticalPoints } from '../../src/analysis/critical-points'
import { sampleField } from '../../src/analysis/field'
import { optimizers } from '../../src/registry'
import { simulate } from '../../src/simulation/simulate'
import type { RunSpec } from '../../src/simulation/trajectory'
import { createSurface, specOf } from '../../src/surfaces/create'
import himmelblau from '../../src/surfaces/himmelblau'
import type { Surface } from '../../src/surfaces/surface'
import { createEngine } from '../../src/worker/client'
import { transferables } from '../../src/worker/protocol'
import { inline, playedScheduler } from './fixtures'

const spec = specOf(himmelblau)
const surface = createSurface(spec)
const run = (steps: number): RunSpec => ({
  optimizer: 'Adam',
  hyperparameters: { lr: 0.05 },
  start: [-0.5, -0.5],
  maximize: false,
  steps,
  seed: 0,
})
const engineHere = () => createEngine({ connect: inline })

test('the engine answers what the library computes', async () => {
  const engine = engineHere()
  expect(await engine.field(spec, 33)).toEqual(sampleField(surface, 33))
  expect(await engine.criticalPoints(spec)).toEqual(findCriticalPoints(surface))
  const walked = simulate(surface, optimizers.get('Adam')!, run(300), { domain: spec.domain })
  expect(await engine.simulate(spec, run(300))).toEqual(walked)
  engine.dispose()
})

test('a small job overtakes a long one, which reports its progress', () => {
  const { receive, turn, replies } = playedScheduler()
  receive({ type: 'start', id: 1, job: { kind: 'simulate', surface: spec, run: run(100_000) } })
  turn()
  receive({ type: 'start', id: 2, job: { kind: 'field', surface: spec, size: 5 } })
  turn()
  expect(replies.filter(({ type }) => type === 'done')).toMatchObject([{ id: 2 }])
  while (replies.filter(({ type }) => type === 'done').length < 2) turn()
  const fractions = replies.flatMap((reply) => (reply.type === 'progress' ? [reply.fraction] : []))
  expect(fractions.length).toBeGreaterThan(1)
  expect(fractions).toEqual([...fractions].sort((a, b) => a - b))
})

test('a turn ends as soon as its slice of time is over, and another is asked for while there is work', () => {
  const { receive, turn, replies } = playedScheduler(8)
  receive({ type: 'start', id: 1, job: { kind: 'simulate', surface: spec, run: run(100_000) } })
  for (let k = 0; k < 5; k++) expect(turn()).toBe(9)
  expect(replies.some(({ type }) => type === 'done')).toBe(false)
})

test('a cancelled walk is let go of at once and never takes another turn', () => {
  const { receive, turn, replies } = playedScheduler()
  receive({ type: 'start', id: 1, job: { kind: 'simulate', surface: spec, run: run(100_000) } })
  turn()
  receive({ type: 'cancel', id: 1 })
  expect(replies.at(-1)).toEqual({ type: 'cancelled', id: 1 })
  expect(turn()).toBe(0)
  receive({ type: 'start', id: 2, job: { kind: 'field', surface: spec, size: 3 } })
  turn()
  expect(replies.at(-1)).toMatchObject({ type: 'done', id: 2 })
})

test('the slices of long work are small: few points are evaluated between two of them', () => {
  // Wildly wavy: tens of thousands of places to look at.
  const formula = Array.from({ length: 8 }, (_, i) => `sin(${i + 20} x) cos(${i + 30} y)`).join(' + ')
  const wavy = createSurface({ ...spec, formula })
  let points = 0
  const counted: Surface = {
    dimension: 2,
    spec: wavy.spec,
    value: (theta) => {
      points++
      return wavy.value(theta)
    },
    gradient: (theta, out) => {
      points++
      return wavy.gradient(theta, out)
    },
    hessian: (theta, out) => {
      points++
      wavy.hessian(theta, out)
    },
    evaluate: (x, y, out, count) => {
      points += count
      wavy.evaluate(x, y, out, count)
    },
  }
  let most = 0
  const work = searchCriticalPoints(counted)
  for (let slice = work.next(), from = 0; !slice.done && points < 400_000; slice = work.next(), from = points) {
    most = Math.max(most, points - from)
  }
  expect(most).toBeGreaterThan(0)
  expect(most).toBeLessThanOrEqual(1024)
})

test('a formula that cannot be read fails with the parser’s words', async () => {
  const engine = engineHere()
  await expect(engine.field({ ...spec, formula: 'x +' }, 3)).rejects.toThrow(/end|missing|expected/i)
  engine.dispose()
})

test('results are moved, not copied: every array’s buffer is handed over', () => {
  const walk = simulate(surface, optimizers.get('Adam')!, run(3))
  expect(transferables(walk)).toEqual([walk.theta.buffer, walk.gradient.buffer, walk.loss.buffer, walk.state.buffer])
  const ground = sampleField(surface, 3)
  expect(transferables(ground)).toEqual([ground.f.buffer, ground.fx.buffer, ground.fy.buffer])
})
