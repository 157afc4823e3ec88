/**
 * Our kernels beside what others offer, interleaved in one run: every round measures everybody once, so that whatever the
 * machine does meanwhile, it does to all. Medians over the rounds; the ratios of medians are what counts.
 */

import { writeFileSync } from 'node:fs'
import { cpus } from 'node:os'
import { createExecutor } from '../src/kernels/create-executor'
import { type Executor, interpreter } from '../src/kernels/executor'
import { fleetOf } from '../src/kernels/make-fleet'
import { startC } from './c-program'
import { type Case, cases, landscapesOf, startsOn } from './cases'
import { type Mathjs, mathjsGrid, mathjsWalk, type TensorFlow, tensorflowWalk } from './javascript'
import type { LineProcess } from './line-process'
import { startPython } from './python-program'
import { report } from './report'
import { GRID, type Measure, measureAll, type Table } from './tables'

/** Steps of a climber who walks alone. */
const ALONE = 4000

/** Such walks in a row, some milliseconds as for PyTorch: one is over so soon that waking up would be most of it. */
const WALKS = 100

const build = new URL('./build', import.meta.url).pathname

/** Seconds for `fleet` to take `count` climbers through `steps` steps, and for one to be recorded. */
function ours(executor: Executor, one: Case, count: number): Measure {
  const fleet = fleetOf(executor, { landscape: one.surface.landscape!, rule: one.rule, reach: 1e6 }).create(count)
  const starts = startsOn(one, count)
  return async (steps) => {
    fleet.reset(starts)
    const before = performance.now()
    fleet.advance(steps)
    return (performance.now() - before) / 1e3
  }
}

function oursAlone(executor: Executor, one: Case): Measure {
  const program = executor.trace({ landscape: one.surface.landscape!, rule: one.rule })
  const { x, y } = startsOn(one, 2)
  const arrays = {
    theta: new Float64Array(2 * ALONE + 2),
    gradient: new Float64Array(2 * ALONE + 2),
    loss: new Float64Array(ALONE + 1),
    state: new Float64Array(2 * one.rule.stateNames.length * (ALONE + 1)),
  }
  return async (steps) => {
    const before = performance.now()
    program.begin([x[0]!, y[0]!], arrays).record(steps + 1)
    return (performance.now() - before) / 1e3
  }
}

function oursGrid(executor: Executor, { surface }: Case): Measure {
  const { graph, nodes, parameters } = surface.landscape!
  const grid = executor.grid(graph, [nodes.f], parameters)
  const axis = Float64Array.from({ length: GRID }, (_, i) => -2 + (4 * i) / (GRID - 1))
  const out = new Float64Array(GRID * GRID)
  return async () => {
    const before = performance.now()
    const field = grid.over(axis, axis)
    for (let j = 0; j < GRID; j++) field.row(j, [out.subarray(j * GRID, (j + 1) * GRID)])
    return (performance.now() - before) / 1e3
  }
}

const asks =
  (process: LineProcess, kind: string, k: number, count: number): Measure =>
  async (steps) =>
    Number((await process.ask(`${kind} ${k} ${count} ${steps}`)).split(' ')[0])

/** Seconds of `count` measurements in a row. */
const times =
  (count: number, measure: Measure): Measure =>
  async (steps) => {
    let seconds = 0
    for (let i = 0; i < count; i++) seconds += await measure(steps)
    return seconds
  }

/** Competitors that are packages, where they could be installed. */
export interface Packages {
  readonly mathjs?: Mathjs
  readonly tf?: TensorFlow
}

export async function main(args: readonly string[], { mathjs, tf }: Packages): Promise<void> {
  const rounds = Number(args[args.indexOf('--rounds') + 1] || 7)
  const wasm = createExecutor()
  const [plain, best] = (['plain', 'best'] as const).map((kind) => startC(kind, cases, build))
  const python = await startPython(cases, build)
  const numpy = python?.has.includes('numpy') ? python.process : undefined
  const torch = python?.has.includes('torch') ? python.process : undefined

  const bulk: Table = { title: 'Many climbers', unit: 'ns a step', rows: [] }
  const single: Table = { title: 'One climber, everything recorded', unit: 'ns a step', rows: [] }
  const grids: Table = { title: `Height fields of ${GRID} x ${GRID}`, unit: 'ns a point', rows: [] }
  for (const [k, one] of cases.entries()) {
    const many = 4096
    const some = startsOn(one, 8)
    const { x, y } = startsOn(one, many)
    const text = Array.from(x, (value, i) => `${value} ${y[i]}`).join('\n')
    for (const process of [plain, best]) await process?.ask(`s 0 ${many} 0\n${text}`)
    bulk.rows.push(
      await measureAll(one.name, rounds, [
        ['ours', many, 100, ours(wasm, one, many)],
        ['interpreter', 512, 10, ours(interpreter, one, 512)],
        plain && ['plain C', many, 100, asks(plain, 'walk', k, many)],
        best && ['best C', many, 100, asks(best, 'walk', k, many)],
        numpy && ['numpy', many, 20, asks(numpy, 'numpy', k, many)],
        torch && ['PyTorch', many, 10, asks(torch, 'torch', k, many)],
        mathjs && ['mathjs', 8, 50, asMeasure(mathjsWalk(mathjs, one), some)],
        tf && ['TensorFlow.js', many, 5, withTensorFlow(tf, 'cpu', one, { x, y })],
        tf?.findBackendFactory('wasm')
          ? ['TensorFlow.js wasm', many, 5, withTensorFlow(tf, 'wasm', one, { x, y })]
          : undefined,
      ]),
    )
    single.rows.push(
      await measureAll(one.name, rounds, [
        ['ours', WALKS, ALONE, times(WALKS, oursAlone(wasm, one))],
        ['interpreter', 1, 200, oursAlone(interpreter, one)],
        plain && ['plain C', WALKS, ALONE, times(WALKS, asks(plain, 'walk', k, 1))],
        torch && ['PyTorch', 1, 100, asks(torch, 'torch', k, 1)],
        mathjs && [
          'mathjs',
          1,
          500,
          asMeasure(mathjsWalk(mathjs, one), { x: some.x.slice(0, 1), y: some.y.slice(0, 1) }),
        ],
      ]),
    )
    console.log(`${one.name} done`)
  }
  for (const one of landscapesOf(cases)) {
    const k = cases.indexOf(one)
    const axis = Array.from({ length: GRID }, (_, i) => `${-2 + (4 * i) / (GRID - 1)} ${-2 + (4 * i) / (GRID - 1)}`)
    await plain?.ask(`s 0 ${GRID} 0\n${axis.join('\n')}`)
    const evaluate = mathjs && mathjsGrid(mathjs, one)
    grids.rows.push(
      await measureAll(one.surface.spec.title, rounds, [
        ['ours', GRID, GRID, oursGrid(wasm, one)],
        ['interpreter', GRID, GRID, oursGrid(interpreter, one)],
        plain && ['plain C', GRID, GRID, asks(plain, 'grid', k, GRID)],
        numpy && ['numpy', GRID, GRID, asks(numpy, 'grid', k / 3, GRID)],
        evaluate && ['mathjs', 65, 65, async () => evaluate(Float64Array.from({ length: 65 }, (_, i) => i / 16 - 2))],
      ]),
    )
  }
  for (const process of [plain, best, python?.process]) process?.end()
  const processor = cpus()[0]?.model ?? 'an unknown processor'
  const text = report([bulk, single, grids], { rounds, processor, cores: cpus().length, node: process.version })
  writeFileSync(new URL('./RESULTS.md', import.meta.url), text)
  console.log(text)
}

function withTensorFlow(tf: TensorFlow, backend: string, one: Case, starts: Starts): Measure {
  const walk = asMeasure(tensorflowWalk(tf, one.surface.spec.title, one), starts)
  return async (steps) => {
    await tf.setBackend(backend)
    return walk(steps)
  }
}

interface Starts {
  readonly x: Float64Array
  readonly y: Float64Array
}

const asMeasure =
  (walk: (x: Float64Array, y: Float64Array, steps: number) => number, starts: Starts): Measure =>
  async (steps) =>
    walk(starts.x, starts.y, steps)
