import { pythonScript } from '../export/script'
import { findOptimizer } from '../optimizers/find'
import { optimizers } from '../registry'
import { type Io, UsageError } from './io'
import { loadScene, nameOf } from './load'
import { planRuns, walk } from './simulate'

/**
 * `climber pytorch SCENE`: a Python script that walks the scene's runs again. Runs that it cannot walk are noted, in the
 * script too, and left out; a scene of which none is left is an error.
 */
export async function pytorch(path: string, io: Io): Promise<void> {
  const parsed = await loadScene(path, io)
  const plan = planRuns(parsed, path, io)
  const { title, description, steps } = parsed.scene
  const runs = [...walk(plan)].map((run) => ({ ...run, optimizer: findOptimizer(run.spec, optimizers)! }))
  const { text, exported, refused } = pythonScript({
    title,
    description,
    steps,
    surface: plan.surface,
    runs,
  })
  const notes = refused.map(({ index, reason }) => `${nameOf(path)}: runs[${index}]: ${reason}`)
  if (exported === 0) throw new UsageError(notes[0] ?? `${nameOf(path)}: runs: there is none to export`)
  for (const note of notes) io.note(note)
  await io.write(text)
}
