import * as z from 'zod/mini'
import type { NoiseSpec } from '../simulation/noise'
import { writeJson } from './json'
import { sceneSchema } from './schema'
import type { Scene, SceneRun, SceneSurface } from './types'

/** Columns of a written document. */
const WIDTH = 120

/** The scene as a readable document that leaves out every default, in a stable order. `parseScene` gives the same scene back. */
export const serialize = (scene: Scene): string => `${writeJson(documentOf(scene), WIDTH)}\n`

/** The scene as a JSON value without defaults. */
export function documentOf(scene: Scene): Readonly<Record<string, unknown>> {
  const { version, title, description, surface, runs, steps, seed, view, controls, cues } = scene
  const document = {
    version,
    title,
    description,
    surface: surfaceOf(surface),
    runs: runs.map(runOf),
    steps,
    seed,
    view: without(view, defaults.view),
    controls,
    cues,
  }
  return without(document, { ...defaults, view: {} })
}

function runOf(run: SceneRun): unknown {
  const { optimizer: choice, equations, wrappers, start, hyperparameters, maximize, noise, seed, name } = run
  const optimizer = equations === undefined ? choice : { name: choice, equations }
  const written = { optimizer, wrappers, name, start, hyperparameters, maximize, noise: noise && noiseOf(noise), seed }
  return without(written, { hyperparameters: {}, maximize: false })
}

const noiseOf = ({ kind, scale, df }: NoiseSpec) => ({ kind, scale, df })

function surfaceOf(surface: SceneSurface): unknown {
  if (typeof surface === 'string') return surface
  const { formula, title, domain, parameters, heightScale } = surface
  return { formula, title, domain: domain && { x: domain.x, y: domain.y }, parameters, heightScale }
}

const defaults = z.parse(sceneSchema, { version: 1, surface: '' })

/** The entries of `value` that are there and differ from `standard`, compared as documents. */
function without(value: object, standard: object): Readonly<Record<string, unknown>> {
  const known = new Map(Object.entries(standard))
  return Object.fromEntries(
    Object.entries(value).filter(([key, item]) => {
      if (item === undefined) return false
      if (key === 'version' || key === 'surface') return true
      return !known.has(key) || writeJson(known.get(key)) !== writeJson(item)
    }),
  )
}
