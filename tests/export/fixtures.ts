import { pythonScript, type Script, type WalkedScene } from '../../src/export/script'
import { walkScene } from '../../src/export/walk-scene'
import { parseScene } from '../../src/scene/parse'

/** A scene document, walked to its end; any problem is an error. */
export function walked(document: unknown): WalkedScene {
  const { scene, problems } = parseScene(document, { headless: true })
  const { walked: result, problems: unresolved } = walkScene(scene)
  const all = [...problems, ...unresolved]
  if (all.length > 0) throw new Error(all.map(({ path, message }) => `${path}: ${message}`).join('\n'))
  return result
}

/** The script of a scene document; what is left out has what any scene has. */
export const scriptOf = (document: object): Script =>
  pythonScript(walked({ version: 1, surface: 'sphere', steps: 3, ...document }))

export const sgd = { optimizer: 'SGD', start: [1, 2], hyperparameters: { lr: 0.1 } }
