/** Large jobs in tiles: spread over all workers, coarse first, let go of at once. */
import { expect, test, vi } from 'vitest'
import type { BasinMap } from '../../src/analysis/basins'
import type { Attractor } from '../../src/analysis/basins-attractors'
import { specOf } from '../../src/surfaces/create'
import himmelblau from '../../src/surfaces/himmelblau'
import type { BasinsRequest } from '../../src/worker/basins'
import { createEngine } from '../../src/worker/client'
import type { Job } from '../../src/worker/protocol'
import { spansOf } from '../../src/worker/tiles'
import { type FakeWorker, fakeWorkers } from './fixtures'

const surface = specOf(himmelblau)
const run = { optimizer: 'SGD', hyperparameters: { lr: 0.01 }, maximize: false, steps: 100, seed: 0 }
const minima: Attractor[] = []
const request: BasinsRequest = { surface, run, size: 64, minima }
const settle = () => new Promise((resolve) => setTimeout(resolve, 0))

const jobsOf = ({ requests }: FakeWorker): (Job & { id: number })[] =>
  requests.flatMap((message) => (message.type === 'start' ? [{ ...message.job, id: message.id }] : []))

/** Answers the tile that `worker` was given last: every label is the tile's first row. */
function answer(worker: FakeWorker): void {
  const job = jobsOf(worker).at(-1)!
  if (job.kind !== 'basinRows') throw new Error(`a ${job.kind} job is no tile`)
  const { size, from, to } = job.rows
  worker.reply({ type: 'done', id: job.id, result: new Int32Array((to - from) * size).fill(from) })
}

async function answerAll(workers: readonly FakeWorker[]): Promise<void> {
  const answered = new Set<number>()
  for (;;) {
    const open = workers.filter((worker) => jobsOf(worker).length > 0 && !answered.has(jobsOf(worker).at(-1)!.id))
    if (open.length === 0) return
    for (const worker of open) {
      answered.add(jobsOf(worker).at(-1)!.id)
      answer(worker)
    }
    await settle()
  }
}

test.each([
  [64, 1],
  [64, 8],
  [512, 2],
  [100, 3],
  [3, 8],
])('the rows of a map of %i are shared among %i workers without gap or overlap', (size, width) => {
  const spans = spansOf(size, width)
  expect(spans.flatMap(({ from, to }) => Array.from({ length: to - from }, (_, i) => from + i))).toEqual(
    Array.from({ length: size }, (_, i) => i),
  )
  expect(spans.length).toBeGreaterThanOrEqual(Math.min(size, width))
  expect(Math.max(...spans.map(({ from, to }) => (to - from) * size))).toBeLessThanOrEqual(8192)
})

test('tiles take as many workers as there may be, other jobs fewer', () => {
  const { connect, workers } = fakeWorkers()
  const engine = createEngine({ connect, workers: 1, tileWorkers: 4 })
  void engine.field(surface, 3)
  void engine.field(surface, 3)
  expect(workers).toHaveLength(1)
  void engine.basins(request)
  expect(workers).toHaveLength(4)
  expect(workers.flatMap(jobsOf).filter(({ kind }) => kind === 'basinRows')).toHaveLength(4)
})

test('a map comes coarse first, each twice as fine, put together from its tiles; progress only grows', async () => {
  const { connect, workers } = fakeWorkers()
  const engine = createEngine({ connect, tileWorkers: 2 })
  const partials: BasinMap[] = []
  const fractions: number[] = []
  const map = engine.basins(
    { ...request, size: 256 },
    { onPartial: (partial) => partials.push(partial), onProgress: (fraction) => fractions.push(fraction) },
  )
  await answerAll(workers)
  const { size, labels } = await map
  expect(partials.map((partial) => partial.size)).toEqual([64, 128])
  expect(size).toBe(256)
  const rows = Array.from({ length: 256 }, (_, j) => labels[j * 256]!)
  const starts = new Set(spansOf(256, 2).map(({ from }) => from))
  expect(new Set(rows)).toEqual(starts)
  expect(rows).toEqual(rows.toSorted((a, b) => a - b))
  expect(fractions).toEqual(fractions.toSorted((a, b) => a - b))
  expect(fractions.at(-1)).toBe(1)
  engine.dispose()
})

test('an aborted map rejects at once, every worker is told to let go, and nothing of it is delivered any more', async () => {
  const { connect, workers } = fakeWorkers()
  const engine = createEngine({ connect, tileWorkers: 2 })
  const controller = new AbortController()
  const onPartial = vi.fn()
  const map = engine.basins({ ...request, size: 128 }, { signal: controller.signal, onPartial })
  controller.abort('superseded')
  for (const worker of workers) answer(worker)
  await expect(map).rejects.toBe('superseded')
  await settle()
  expect(workers.map(({ requests }) => requests.map(({ type }) => type))).toEqual([
    ['start', 'cancel'],
    ['start', 'cancel'],
  ])
  expect(onPartial).not.toHaveBeenCalled()
  engine.dispose()
})

test('an answer that was under way when the map was aborted starts no further tile', async () => {
  const { connect, workers } = fakeWorkers()
  const engine = createEngine({ connect, tileWorkers: 1 })
  const controller = new AbortController()
  const map = engine.basins({ ...request, size: 128 }, { signal: controller.signal })
  answer(workers[0]!)
  controller.abort('superseded')
  await expect(map).rejects.toBe('superseded')
  await settle()
  expect(workers[0]!.started).toHaveLength(1)
  engine.dispose()
})

test('a tile that fails ends the map with its reason and stops the other tiles', async () => {
  const { connect, workers } = fakeWorkers()
  const engine = createEngine({ connect, tileWorkers: 2 })
  const map = engine.basins(request)
  workers[0]!.reply({ type: 'failed', id: workers[0]!.started[0]!, message: 'unknown optimizer `Adma`' })
  await expect(map).rejects.toThrow('unknown optimizer `Adma`')
  await settle()
  expect(workers[1]!.requests.at(-1)).toMatchObject({ type: 'cancel' })
  engine.dispose()
})

test('where the map has no minima yet they are sought first', async () => {
  const { connect, workers } = fakeWorkers()
  const engine = createEngine({ connect, tileWorkers: 2 })
  const map = engine.basins({ surface, run: { ...run, maximize: true }, size: 64 })
  expect(jobsOf(workers[0]!)).toMatchObject([{ kind: 'attractors', maximize: true }])
  workers[0]!.reply({ type: 'done', id: 1, result: minima })
  await settle()
  await answerAll(workers)
  expect((await map).minima).toBe(minima)
  engine.dispose()
})

test('a map of no cells is refused', async () => {
  const engine = createEngine({ connect: fakeWorkers().connect })
  await expect(engine.basins({ ...request, size: 0 })).rejects.toThrow(RangeError)
  engine.dispose()
})
