import { computeBasins } from '../analysis/basins'
import type { Attractor } from '../analysis/basins-attractors'
import { DIVERGED, UNDECIDED } from '../analysis/basins-labels'
import { Fleets } from '../analysis/fleets'
import { createExecutor } from '../kernels/create-executor'
import { findOptimizer } from '../optimizers/find'
import { optimizers } from '../registry'
import { writeJson } from '../scene/json'
import { createSurface } from '../surfaces/create'
import { type Io, UsageError } from './io'
import { loadScene, nameOf } from './load'
import { planRuns } from './simulate'

/** Cells along a side at most: a map of 4096 has 16.8 million. */
const LARGEST = 4096

interface BasinOptions {
  readonly size?: string
  readonly run?: string
}

/** `climber basins SCENE`: which minimum a run reaches from where, as rows of labels from the domain's low end. */
export async function basins(path: string, options: BasinOptions, io: Io): Promise<void> {
  const size = wholeNumber('--size', options.size ?? '64', 1, LARGEST)
  const plan = planRuns(await loadScene(path, io), path, io)
  if (plan.runs.length === 0) throw new UsageError(`${nameOf(path)}: runs: there is none whose basins to map`)
  const index = wholeNumber('--run', options.run ?? '0', 0, plan.runs.length - 1)
  const { name, spec } = plan.runs[index]!
  const executor = createExecutor()
  const surface = createSurface(plan.surface, executor)
  const optimizer = findOptimizer(spec, optimizers)!
  const { labels, minima } = computeBasins(surface, optimizer, spec, size, new Fleets(executor))
  const rows = Array.from({ length: size }, (_, j) => `[${labels.subarray(j * size, (j + 1) * size).join(',')}]`)
  const head = { size, domain: plan.surface.domain, run: index, name, optimizer: spec.optimizer, steps: spec.steps }
  await io.write(
    [
      `${writeJson(head).slice(0, -1)},"minima":${list(minima.map(minimumJson))}`,
      `"diverged":${DIVERGED},"undecided":${UNDECIDED},"labels":${list(rows)}}\n`,
    ].join(','),
  )
}

const minimumJson = ({ x, y, value, kind }: Attractor) => writeJson({ x, y, value, kind })
const list = (items: readonly string[]) => (items.length === 0 ? '[]' : `[\n${items.join(',\n')}\n]`)

function wholeNumber(option: string, text: string, low: number, high: number): number {
  const value = Number(text)
  if (/^\d+$/.test(text) && value >= low && value <= high) return value
  throw new UsageError(`${option} must be a whole number from ${low} to ${high}, not ${JSON.stringify(text)}`)
}
