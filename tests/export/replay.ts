/** Walks scenes in the simulator and, by their scripts, in Python, and compares. */
import { beforeAll, describe, expect, test } from 'vitest'
import { pythonScript, type WalkedRun } from '../../src/export/script'
import { isMethod } from '../../src/optimizers/optimizer'
import { walked } from './fixtures'
import { findPython, type Python, runScripts } from './python'

/** Python takes some seconds for hundreds of scripts, and minutes on a machine that is busy. */
const PATIENCE_MS = 300_000

export interface Case {
  readonly name: string
  readonly scene: object
}

/** A case that has been walked on both sides. */
interface Replay {
  /** The runs that the script walks. */
  readonly runs: readonly WalkedRun[]
  /** What the script printed, or why it failed; both are missing where it needs PyTorch and there is none. */
  readonly out?: string
  readonly error?: string
}

/** A test a case: that Python walks as the simulator did, up to a tolerance. Skipped where there is no Python with NumPy. */
export function walkAgainInPython(cases: readonly Case[], toleranceOf: (name: string) => number): void {
  const python = findPython()

  describe.skipIf(!python?.hasNumpy)('walks again in Python', () => {
    let replays: ReadonlyMap<string, Replay>

    beforeAll(() => {
      replays = replay(python!, cases)
    }, PATIENCE_MS)

    test.for(cases)('$name', ({ name }, { skip }) => {
      const walk = replays.get(name)!
      if (walk.out === undefined && walk.error === undefined) return skip('there is no PyTorch')
      expectSameWalks(walk, toleranceOf(name))
    })
  })
}

/** Every case by its name; all scripts run in one process of Python. */
function replay(python: Python, cases: readonly Case[]): ReadonlyMap<string, Replay> {
  const prepared = cases.map(({ name, scene }) => {
    const walk = walked(scene)
    const { text, refused } = pythonScript(walk)
    const isLeftOut = new Set(refused.map(({ index }) => index))
    return { name, text, runs: walk.runs.filter((_, i) => !isLeftOut.has(i)) }
  })
  const runnable = prepared.filter(({ text }) => python.hasTorch || !text.includes('import torch'))
  const answers = runScripts(
    python,
    runnable.map(({ text }) => text),
  )
  const answered = new Map(runnable.map(({ name }, i) => [name, answers[i]!]))
  return new Map(prepared.map(({ name, runs }) => [name, { runs, ...answered.get(name) }]))
}

type Stored = number | string

/** Where the slope is below this, what is left to gain is lost in the rounding of the loss: searches go by chance there. */
const LEVEL = 1e-6
/** As far as that goes, for coordinates; the loss itself does not change by it. */
const LEVEL_TOLERANCE = 1e-7

/** Whether every run went the same way in Python, up to an error of `tolerance`: relative where numbers are large. */
function expectSameWalks({ runs: simulated, out, error }: Replay, tolerance: number): void {
  expect(error).toBeUndefined()
  const { runs } = JSON.parse(out!) as { runs: { name: string; theta: Stored[][]; loss: Stored[] }[] }
  expect(runs.map((run) => run.name)).toEqual(simulated.map(({ name }) => name.replace(/[\p{Cc}\p{Zl}]/gu, ' ')))
  runs.forEach((run, i) => {
    const { trajectory, optimizer } = simulated[i]!
    const { theta, loss, gradient, length } = trajectory
    const points = run.theta.map((point, k) => [...point, run.loss[k]!].map(Number))
    expect(points).toHaveLength(length)
    const off = points.map((point, k) => difference(point, [theta[2 * k]!, theta[2 * k + 1]!, loss[k]!]))
    const excess = off.map((error, k) => {
      const isLevel = isMethod(optimizer) && Math.hypot(gradient[2 * k]!, gradient[2 * k + 1]!) < LEVEL
      return error / (isLevel ? Math.max(tolerance, LEVEL_TOLERANCE) : tolerance)
    })
    expect(Math.max(...excess), `${run.name}: ${off.join()}`).toBeLessThan(1)
  })
}

/** Of a point and its loss: none where both are not finite in the same way. */
function difference(got: readonly number[], simulated: readonly number[]): number {
  const each = got.map((value, i) =>
    Object.is(value, simulated[i]) ? 0 : Math.abs(value - simulated[i]!) / Math.max(1, Math.abs(simulated[i]!)),
  )
  return Math.max(...each)
}
