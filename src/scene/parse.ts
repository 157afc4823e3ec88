import type * as z from 'zod/mini'
import type { OptimizerChoice } from '../optimizers/find'
import { defaultStart } from './defaults'
import { checkValueDepth, readJson } from './json'
import { limits } from './limits'
import { migrate } from './migrate'
import { SceneError } from './problem'
import { repair } from './repair'
import { headlessSchema, sceneSchema } from './schema'
import type { Problem, Scene } from './types'

export interface ParsedScene {
  readonly scene: Scene
  /** What was dropped or mended on the way, in the document's order. */
  readonly problems: readonly Problem[]
}

export interface ParseOptions {
  /** True where there is no page: larger files and more runs than a page could show. */
  readonly headless?: boolean
}

/** Parts of the format that are reserved and not read yet, by their path. */
const reserved: readonly (readonly [key: string, what: string])[] = [
  ['network', 'a surface that is a slice of a network'],
  ['grid', 'a surface computed elsewhere'],
  ['data', 'a formula over a data table'],
]

/**
 * Reads a scene document: JSON text, or a value that was parsed already. One bad item is dropped and reported; the rest
 * lives. Throws SceneError where nothing usable is left: not JSON, not an object, no surface, a version from the future.
 *
 * Names are not looked up here, except to give a run without a start the surface's own; see `resolveScene`.
 */
export function parseScene(json: unknown, options: ParseOptions = {}): ParsedScene {
  if (typeof json !== 'string') checkValueDepth(json)
  const value =
    typeof json === 'string' ? readJson(json, options.headless ? limits.headlessLength : limits.documentLength) : json
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw new SceneError('a scene must be an object, { "version": 1, "surface": "himmelblau", "runs": [] }')
  }
  const problems: Problem[] = []
  const document = migrate(value as Readonly<Record<string, unknown>>, problems)
  refuseReserved(document.surface)
  const result = repair(options.headless ? headlessSchema : sceneSchema, document, problems)
  if (!result.ok) throw new SceneError(result.problem.message, result.problem.path)
  const scene = complete(result.value as z.output<typeof sceneSchema>)
  return { scene: options.headless ? scene : shortened(scene, problems), problems }
}

function refuseReserved(surface: unknown): void {
  if (typeof surface !== 'object' || surface === null) return
  for (const [key, what] of reserved) {
    if (Object.hasOwn(surface, key))
      throw new SceneError(`${what} is not supported by this version yet`, `surface.${key}`)
  }
}

function complete(document: z.output<typeof sceneSchema>): Scene {
  const { $schema: _, surface, runs, ...rest } = document
  return {
    ...rest,
    surface,
    runs: runs.map(({ optimizer, ...run }) => ({
      ...run,
      ...choiceOf(optimizer),
      start: run.start ?? defaultStart(surface),
    })),
  }
}

type DocumentRun = z.output<typeof sceneSchema>['runs'][number]

const choiceOf = (optimizer: DocumentRun['optimizer']): OptimizerChoice =>
  typeof optimizer === 'string' ? { optimizer } : { optimizer: optimizer.name, equations: optimizer.equations }

/** As many steps as a page can keep for all its climbers together. */
function shortened(scene: Scene, problems: Problem[]): Scene {
  const steps = Math.floor(limits.points / Math.max(1, scene.runs.length))
  if (scene.steps <= steps) return scene
  const message = `${scene.runs.length} climbers keep at most ${steps} steps each: shortened from ${scene.steps}`
  problems.push({ path: 'steps', message })
  return { ...scene, steps }
}
