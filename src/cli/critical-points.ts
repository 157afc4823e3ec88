import { findCriticalPoints } from '../analysis/critical-points'
import { writeJson } from '../scene/json'
import { describeProblem } from '../scene/problem'
import { createSurface } from '../surfaces/create'
import { type Io, UsageError } from './io'
import { loadScene, nameOf, surfaceOf } from './load'

/** `climber critical-points SCENE`: where the scene's surface is level, and what it is there. */
export async function criticalPoints(path: string, io: Io): Promise<void> {
  const { scene, problems } = await loadScene(path, io)
  const mended = problems.find((problem) => problem.path.startsWith('surface'))
  if (mended !== undefined) throw new UsageError(`${nameOf(path)}: ${describeProblem(mended)}`)
  const { points, complete, undecided } = findCriticalPoints(createSurface(surfaceOf(scene, path)))
  const lines = points.map(({ x, y, value, kind, eigenvalues, certified }) =>
    writeJson({ x, y, value, kind, eigenvalues, certified }),
  )
  const list = lines.length === 0 ? '[]' : `[\n${lines.join(',\n')}\n]`
  await io.write(`{"points":${list},"complete":${complete},"undecided":${writeJson(undecided)}}\n`)
}
