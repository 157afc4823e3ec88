import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { specOf } from '../../src/surfaces/create'
import himmelblau from '../../src/surfaces/himmelblau'
import { createEngine } from '../../src/worker/client'
import type { JobResult } from '../../src/worker/protocol'
import { fakeWorkers, inline, refused } from './fixtures'

const surface = specOf(himmelblau)
const field = { size: 3, min: 0, max: 1, holes: false } as unknown as JobResult

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  vi.useRealTimers()
})

test('workers start with the first job, one each for two jobs at once, then share', () => {
  const { connect, workers } = fakeWorkers()
  const engine = createEngine({ connect, workers: 2 })
  expect(workers).toHaveLength(0)
  void engine.field(surface, 3)
  void engine.field(surface, 3)
  void engine.field(surface, 3)
  expect(workers.map((worker) => worker.started)).toEqual([[1, 3], [2]])
})

test('an answer and its progress reach whoever asked', async () => {
  const { connect, workers } = fakeWorkers()
  const engine = createEngine({ connect, workers: 1 })
  const fractions: number[] = []
  const job = engine.field(surface, 3, { onProgress: (fraction) => fractions.push(fraction) })
  workers[0]!.ready().reply({ type: 'progress', id: 1, fraction: 0.5 })
  workers[0]!.reply({ type: 'done', id: 1, result: field })
  await expect(job).resolves.toBe(field)
  expect(fractions).toEqual([0.5])
})

test('a job that fails says why, and the worker goes on', async () => {
  const { connect, workers } = fakeWorkers()
  const engine = createEngine({ connect, workers: 1 })
  const bad = engine.field(surface, 3)
  workers[0]!.ready().reply({ type: 'failed', id: 1, message: 'unknown function `sine`' })
  await expect(bad).rejects.toThrow('unknown function `sine`')
  const good = engine.field(surface, 3)
  workers[0]!.reply({ type: 'done', id: 2, result: field })
  await expect(good).resolves.toBe(field)
  expect(workers).toHaveLength(1)
})

test('aborting rejects at once with the reason, tells the worker, and nothing late is delivered', async () => {
  const { connect, workers } = fakeWorkers()
  const engine = createEngine({ connect, workers: 1 })
  const controller = new AbortController()
  const onProgress = vi.fn()
  const job = engine.field(surface, 3, { signal: controller.signal, onProgress })
  const reason = new Error('superseded')
  controller.abort(reason)
  workers[0]!.ready().reply({ type: 'progress', id: 1, fraction: 0.9 })
  workers[0]!.reply({ type: 'done', id: 1, result: field })
  await expect(job).rejects.toBe(reason)
  expect(onProgress).not.toHaveBeenCalled()
  expect(workers[0]!.requests.at(-1)).toEqual({ type: 'cancel', id: 1 })
})

test('what is aborted already is never sent', async () => {
  const { connect, workers } = fakeWorkers()
  const engine = createEngine({ connect })
  await expect(engine.field(surface, 3, { signal: AbortSignal.abort('no') })).rejects.toBe('no')
  expect(workers).toHaveLength(0)
})

test('a worker that does not let go of a cancelled job is replaced, and its other jobs are done by the next', async () => {
  const { connect, workers } = fakeWorkers()
  const engine = createEngine({ connect, workers: 1, release: 250 })
  const controller = new AbortController()
  const hung = engine.field(surface, 3, { signal: controller.signal })
  const other = engine.field(surface, 3)
  workers[0]!.ready()
  controller.abort('enough')
  await expect(hung).rejects.toBe('enough')
  vi.advanceTimersByTime(251)
  expect(workers[0]!.closed).toBe(true)
  expect(workers[1]!.started).toEqual([2])
  workers[1]!.ready().reply({ type: 'done', id: 2, result: field })
  await expect(other).resolves.toBe(field)
})

test('a worker that lets go in time is kept', async () => {
  const { connect, workers } = fakeWorkers()
  const engine = createEngine({ connect, workers: 1 })
  const controller = new AbortController()
  const job = engine.field(surface, 3, { signal: controller.signal })
  workers[0]!.ready()
  controller.abort('enough')
  workers[0]!.reply({ type: 'cancelled', id: 1 })
  await expect(job).rejects.toBe('enough')
  vi.advanceTimersByTime(60_000)
  expect(workers[0]!.closed).toBe(false)
})

test('a worker that dies is restarted once and its jobs are tried again', async () => {
  const { connect, workers } = fakeWorkers()
  const engine = createEngine({ connect, workers: 1 })
  const job = engine.field(surface, 3)
  workers[0]!.ready().die()
  workers[1]!.ready().reply({ type: 'done', id: 1, result: field })
  await expect(job).resolves.toBe(field)
})

test('a job that kills two workers is given up with the reason; later jobs still find one', async () => {
  const { connect, workers } = fakeWorkers()
  const engine = createEngine({ connect, workers: 1 })
  const job = engine.field(surface, 3)
  workers[0]!.ready().die()
  workers[1]!.ready().die('out of memory')
  await expect(job).rejects.toThrow('The computation failed: out of memory.')
  const next = engine.field(surface, 3)
  workers[2]!.ready().reply({ type: 'done', id: 2, result: field })
  await expect(next).resolves.toBe(field)
})

test('a worker that falls silent over its work counts as dead; an idle one may be silent', async () => {
  const { connect, workers } = fakeWorkers()
  const engine = createEngine({ connect, workers: 1, silence: 5000 })
  const job = engine.field(surface, 3)
  workers[0]!.ready()
  vi.advanceTimersByTime(4000)
  workers[0]!.reply({ type: 'progress', id: 1, fraction: 0.1 })
  vi.advanceTimersByTime(4000)
  expect(workers[0]!.closed).toBe(false)
  vi.advanceTimersByTime(3000)
  expect(workers[0]!.closed).toBe(true)
  workers[1]!.ready().reply({ type: 'done', id: 1, result: field })
  await expect(job).resolves.toBe(field)
  vi.advanceTimersByTime(60_000)
  expect(workers[1]!.closed).toBe(false)
})

test('a worker that never says a word is replaced by work on this thread', async () => {
  const blocked = fakeWorkers()
  const here = fakeWorkers()
  const engine = createEngine({ connect: blocked.connect, fallback: here.connect, workers: 2 })
  const job = engine.field(surface, 3)
  blocked.workers[0]!.die('refused by the content security policy')
  here.workers[0]!.ready().reply({ type: 'done', id: 1, result: field })
  await expect(job).resolves.toBe(field)
  void engine.field(surface, 3)
  expect(blocked.workers).toHaveLength(1)
  expect(here.workers[0]!.started).toEqual([1, 2])
})

test('a worker of another version of the program is not used', async () => {
  const stale = fakeWorkers()
  const here = fakeWorkers()
  const engine = createEngine({ connect: stale.connect, fallback: here.connect })
  void engine.field(surface, 3)
  stale.workers[0]!.reply({ type: 'ready', version: 99 })
  expect(stale.workers[0]!.closed).toBe(true)
  expect(here.workers[0]!.started).toEqual([1])
})

test('where no worker may be constructed the work is done on this thread', async () => {
  vi.useRealTimers()
  const engine = createEngine({ connect: refused, fallback: inline })
  const ground = await engine.field(surface, 17)
  expect(ground.f[8 * 17 + 8]).toBe(170)
  engine.dispose()
})

test('disposing settles every promise and closes the workers', async () => {
  const { connect, workers } = fakeWorkers()
  const engine = createEngine({ connect, workers: 1 })
  const job = engine.field(surface, 3)
  engine.dispose()
  await expect(job).rejects.toThrow('disposed')
  expect(workers[0]!.closed).toBe(true)
  await expect(engine.field(surface, 3)).rejects.toThrow('disposed')
})
