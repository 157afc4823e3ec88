import type { BasinMap } from '../../src/analysis/basins'
import type { Attractor } from '../../src/analysis/basins-attractors'
import type { Errand } from '../../src/analysis/errand'
import type { SweepMap } from '../../src/analysis/sweep'
import type { CriticalPointReport, HeightField } from '../../src/analysis/types'
import adam from '../../src/optimizers/adam'
import newton from '../../src/optimizers/methods/newton'
import sgd from '../../src/optimizers/sgd'
import type { Catalog } from '../../src/scene/resolve'
import type { Scene } from '../../src/scene/types'
import type { RunSpec, Trajectory } from '../../src/simulation/trajectory'
import eggholder from '../../src/surfaces/eggholder'
import himmelblau from '../../src/surfaces/himmelblau'
import rosenbrock from '../../src/surfaces/rosenbrock'
import type { SurfaceSpec } from '../../src/surfaces/surface'
import type { BasinsRequest } from '../../src/worker/basins'
import type { Engine, JobOptions, PartialOptions } from '../../src/worker/engine'
import type { SwarmRequest, SwarmStep } from '../../src/worker/protocol'
import type { SweepRequest } from '../../src/worker/sweep'

export const catalog: Catalog = {
  surfaces: new Map([himmelblau, rosenbrock, eggholder].map((surface) => [surface.name, surface])),
  optimizers: new Map([sgd, adam, newton].map((rule) => [rule.name, rule])),
}

export const scene = (changes: Partial<Scene> = {}): Scene => ({
  version: 1,
  title: 'A scene',
  description: '',
  surface: 'himmelblau',
  runs: [
    { optimizer: 'SGD', start: [-0.5, -0.5], hyperparameters: { lr: 0.01 }, maximize: false },
    { optimizer: 'Adam', start: [-0.5, -0.5], hyperparameters: { lr: 0.05 }, maximize: false },
  ],
  steps: 100,
  seed: 7,
  view: { mode: 'landscape', camera: 'isometric', layers: ['contours', 'critical-points'], theme: 'auto', tries: true },
  cues: [],
  ...changes,
})

interface Job<T> {
  readonly kind: 'field' | 'simulate' | 'criticalPoints' | 'basins' | 'sweep' | 'swarm'
  readonly surface: SurfaceSpec
  readonly run?: RunSpec | Errand
  readonly size?: number
  readonly coarsest?: number
  readonly swarm?: SwarmRequest
  readonly options: PartialOptions<BasinMap | SweepMap>
  settled: boolean
  resolve(value: T): void
  reject(reason: unknown): void
}

/** An engine whose answers the test gives, one by one. */
export class FakeEngine implements Engine {
  readonly jobs: Job<never>[] = []

  field(surface: SurfaceSpec, size: number, options: JobOptions = {}): Promise<HeightField> {
    return this.#job({ kind: 'field', surface, size, options })
  }

  simulate(surface: SurfaceSpec, run: RunSpec, options: JobOptions = {}): Promise<Trajectory> {
    return this.#job({ kind: 'simulate', surface, run, options })
  }

  criticalPoints(surface: SurfaceSpec, options: JobOptions = {}): Promise<CriticalPointReport> {
    return this.#job({ kind: 'criticalPoints', surface, options })
  }

  attractors(): Promise<readonly Attractor[]> {
    return Promise.resolve([])
  }

  basins(request: BasinsRequest, options: PartialOptions<BasinMap> = {}): Promise<BasinMap> {
    return this.#job({ ...request, kind: 'basins', options: options as PartialOptions<BasinMap | SweepMap> })
  }

  sweep({ run, ...request }: SweepRequest, options: PartialOptions<SweepMap> = {}): Promise<SweepMap> {
    return this.#job({ ...request, run, kind: 'sweep', options: options as PartialOptions<BasinMap | SweepMap> })
  }

  swarm(_: object, request: SwarmRequest, options: JobOptions = {}): Promise<SwarmStep> {
    return this.#job({ kind: 'swarm', surface: request.surface, swarm: request, options })
  }

  dispose(): void {}

  /** Jobs that nobody has answered or aborted. */
  open(kind?: Job<never>['kind']): Job<never>[] {
    return this.jobs.filter((job) => !job.settled && (kind === undefined || job.kind === kind))
  }

  /** Answers every open job, also those that the answers cause, until there is none. */
  async finish(kind?: Job<never>['kind']): Promise<void> {
    for (let jobs = this.open(kind); jobs.length > 0; jobs = this.open(kind)) {
      for (const job of jobs) answer(job)
      await flush()
    }
  }

  #job<T>(job: Omit<Job<T>, 'settled' | 'resolve' | 'reject'>): Promise<T> {
    return new Promise((resolve, reject) => {
      const settle =
        <V>(how: (value: V) => void) =>
        (value: V) => {
          entry.settled = true
          how(value)
        }
      const entry: Job<T> = { ...job, settled: false, resolve: settle(resolve), reject: settle(reject) }
      job.options.signal?.addEventListener('abort', () => entry.reject(job.options.signal?.reason))
      this.jobs.push(entry as unknown as Job<never>)
    })
  }
}

export function answer(job: Job<never>): void {
  job.resolve(answerOf(job) as never)
}

function answerOf({ kind, size = 1, run, swarm }: Job<never>): JobAnswer {
  switch (kind) {
    case 'field':
      return field(size)
    case 'simulate':
      return trajectory(run as RunSpec)
    case 'criticalPoints':
      return { points: [], complete: false, undecided: [] }
    case 'basins':
      return { size, labels: new Int32Array(size * size), minima: [] }
    case 'sweep':
      return sweepMap(size)
    case 'swarm':
      return swarmStep(swarm!)
  }
}

/** Lets promises settle. */
export const flush = async () => {
  for (let i = 0; i < 8; i++) await Promise.resolve()
}

type JobAnswer = HeightField | Trajectory | CriticalPointReport | BasinMap | SweepMap | SwarmStep

/** Everyone at (steps, generation). */
const swarmStep = ({ spec, steps, generation }: SwarmRequest): SwarmStep => ({
  positions: Float32Array.from({ length: 2 * spec.count }, (_, i) => (i % 2 === 0 ? (steps ?? 0) : generation)),
  taken: steps ?? 0,
  moving: true,
  census: null,
})

export const sweepMap = (size: number): SweepMap => ({
  size,
  xs: Float64Array.from({ length: size }, (_, i) => i),
  ys: Float64Array.from({ length: size }, (_, j) => 100 + j),
  loss: new Float64Array(size * size),
  steps: new Int32Array(size * size),
  divergedAt: new Int32Array(size * size),
})

export const field = (size: number): HeightField => ({
  size,
  f: new Float32Array(size * size),
  fx: new Float32Array(size * size),
  fy: new Float32Array(size * size),
  min: 0,
  max: 1,
  holes: false,
})

/** A walk of the asked length; its first loss is the learning rate, so that tests can tell walks apart. */
export const trajectory = (run: RunSpec): Trajectory => {
  const length = run.steps + 1
  const loss = new Float64Array(length)
  loss[0] = Number(run.hyperparameters.lr)
  return {
    dimension: 2,
    length,
    theta: new Float64Array(2 * length),
    gradient: new Float64Array(2 * length),
    loss,
    stateNames: [],
    state: new Float64Array(0),
    outcome: 'exhausted',
    outcomeStep: run.steps,
    evaluations: { value: length, gradient: length, hessian: 0 },
  }
}
