import type { OptimizerChoice } from '../optimizers/find'
import type { HyperparameterValue } from '../optimizers/rule'
import type { NoiseSpec } from '../simulation/noise'
import type { Domain, HeightScale } from '../surfaces/surface'

/** What can be drawn over the ground. */
export type Layer = 'contours' | 'critical-points' | 'gradient' | 'basins'
export type ViewMode = 'landscape' | 'map' | 'both'
export type ThemeChoice = 'auto' | 'light' | 'dark'
/** A named camera, or the direction from the ground's centre: azimuth and elevation in degrees, zoom 1 fits the block. */
export type CameraChoice =
  | 'isometric'
  | 'top'
  | 'low'
  | { readonly azimuth: number; readonly elevation: number; readonly zoom: number }

/** A surface by name, or typed. */
export type SceneSurface =
  | string
  | {
      readonly formula: string
      readonly title?: string
      readonly domain?: Domain
      readonly parameters?: Readonly<Record<string, number>>
      readonly heightScale?: HeightScale
    }

/** A document writes a typed optimizer as `{ "name", "equations" }`; here these are `optimizer` and `equations`. */
export interface SceneRun extends OptimizerChoice {
  readonly start: readonly [number, number]
  /** Only what differs from the library's defaults. */
  readonly hyperparameters: Readonly<Record<string, HyperparameterValue>>
  readonly maximize: boolean
  readonly noise?: NoiseSpec
  /** Added to the scene's: climbers with different ones feel different noise. 0 when left out. */
  readonly seed?: number
  /** Shown instead of the optimizer's name. */
  readonly name?: string
}

export interface SceneView {
  readonly mode: ViewMode
  readonly camera: CameraChoice
  readonly layers: readonly Layer[]
  readonly theme: ThemeChoice
  /** What the selected climber's optimizer tries, or the average that it keeps, is drawn too. */
  readonly tries: boolean
}

/** A remark shown when playback passes `step`. */
export interface Cue {
  readonly step: number
  readonly note: string
}

/** The scene document after parsing: every optional field filled in. Inputs and a seed, never results. */
export interface Scene {
  readonly version: 1
  readonly title: string
  readonly description: string
  readonly surface: SceneSurface
  readonly runs: readonly SceneRun[]
  readonly steps: number
  readonly seed: number
  readonly view: SceneView
  /** Controls to show; undefined shows all. */
  readonly controls?: readonly string[]
  readonly cues: readonly Cue[]
}

/** Something in a document that was dropped or mended, and where: `runs[2].start`. */
export interface Problem {
  readonly path: string
  readonly message: string
}
