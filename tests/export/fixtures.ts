import { pythonScript, type Script, type WalkedScene } from '../../src/export/script'
import { findOptimizer } from '../../src/optimizers/find'
import { optimizers } from '../../src/registry'
import { parseScene } from '../../src/scene/parse'
import { resolveScene } from '../../src/scene/resolve'
import { simulate } from '../../src/simulation/simulate'
import { createSurface } from '../../src/surfaces/create'

/** A scene document, walked to its end; any problem is an error. */
export function walked(document: unknown): WalkedScene {
  const { scene, problems } = parseScene(document, { headless: true })
  const { surface, runs } = resolveScene(scene)
  if (problems.length > 0) throw new Error(problems.map(({ path, message }) => `${path}: ${message}`).join('\n'))
  if (!surface.ok) throw new Error(surface.problem.message)
  const ground = createSurface(surface.spec)
  const { title, description, steps } = scene
  return {
    title,
    description,
    steps,
    surface: surface.spec,
    runs: runs.map((run, i) => {
      if (!run.ok) throw new Error(`${run.problem.path}: ${run.problem.message}`)
      const { spec } = run
      const optimizer = findOptimizer(spec, optimizers)!
      const trajectory = simulate(ground, optimizer, spec)
      return { name: scene.runs[i]!.name ?? spec.optimizer, spec, optimizer, trajectory }
    }),
  }
}

/** The script of a scene document; what is left out has what any scene has. */
export const scriptOf = (document: object): Script =>
  pythonScript(walked({ version: 1, surface: 'sphere', steps: 3, ...document }))

export const sgd = { optimizer: 'SGD', start: [1, 2], hyperparameters: { lr: 0.1 } }
