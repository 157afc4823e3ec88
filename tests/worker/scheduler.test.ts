import { expect, test } from 'vitest'
import { findCriticalPoints } from '../../src/analysis/critical-points'
import { sampleField } from '../../src/analysis/field'
import { optimizers } from '../../src/registry'
import { simulate } from '../../src/simulation/simulate'
import type { RunSpec } from '../../src/simulation/trajectory'
import { createSurface, specOf } from '../../src/surfaces/create'
import himmelblau from '../../src/surfaces/himmelblau'
import { createEngine } from '../../src/worker/client'
import { transferables } from '../../src/worker/protocol'
import { inline } from './fixtures'

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

test('a small job overtakes a long one, which reports its progress', async () => {
  const engine = engineHere()
  const finished: string[] = []
  const fractions: number[] = []
  const long = engine
    .simulate(spec, run(100_000), { onProgress: (fraction) => fractions.push(fraction) })
    .then(() => finished.push('walk'))
  const ground = engine.field(spec, 65).then(() => finished.push('ground'))
  await Promise.all([long, ground])
  expect(finished).toEqual(['ground', 'walk'])
  expect(fractions.length).toBeGreaterThan(1)
  expect(fractions).toEqual([...fractions].sort((a, b) => a - b))
  engine.dispose()
})

// Timings of a busy machine: a regression fails every time, a hiccup does not.
const timed = { retry: 3 }

test('a cancelled walk frees its thread within 50 ms', timed, async () => {
  const engine = engineHere()
  const controller = new AbortController()
  const long = engine.simulate(spec, run(100_000), { signal: controller.signal })
  await new Promise((resolve) => setTimeout(resolve, 30))
  controller.abort('enough')
  await expect(long).rejects.toBe('enough')
  const from = performance.now()
  await engine.field(spec, 3)
  expect(performance.now() - from).toBeLessThan(50)
  engine.dispose()
})

test('work on this thread leaves it free in between: a timer is never late by more than 50 ms', timed, async () => {
  const engine = engineHere()
  // 400 operations, wildly wavy: tens of thousands of places to look at.
  const formula = Array.from({ length: 40 }, (_, i) => `sin(${i + 20} x) cos(${i + 30} y)`).join(' + ')
  const work = engine.criticalPoints({ ...spec, formula })
  let longest = 0
  let last = performance.now()
  const timer = setInterval(() => {
    longest = Math.max(longest, performance.now() - last)
    last = performance.now()
  }, 1)
  await Promise.race([work, new Promise((resolve) => setTimeout(resolve, 1500))])
  clearInterval(timer)
  engine.dispose()
  await work.catch(() => {})
  expect(longest).toBeLessThan(50)
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
