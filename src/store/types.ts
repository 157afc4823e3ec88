import type { CriticalPointReport, HeightField } from '../analysis/types'
import type { HyperparameterValue } from '../optimizers/rule'
import type { Problem, Scene, SceneRun, SceneSurface, SceneView } from '../scene/types'
import type { RunSpec, Trajectory } from '../simulation/trajectory'
import type { SurfaceSpec } from '../surfaces/surface'

/** Why a formula was refused, located in its text (0-based, UTF-16 units). */
export interface FormulaProblem {
  readonly message: string
  readonly position: number
  readonly length: number
  readonly suggestion?: string
  /** Names that could become parameters with sliders. */
  readonly unknownNames: readonly string[]
}

/** One climber: her run as resolved, and her walk once it is computed. `problem` is set when the run cannot be resolved. */
export interface Climber {
  readonly run: SceneRun
  readonly spec: RunSpec | null
  readonly trajectory: Trajectory | null
  readonly problem: string | null
}

/** Everything a mounted scene knows, except the playhead. Immutable; replaced, never mutated. */
export interface SceneState {
  /** The document: the only thing that undo, the URL and sharing see. */
  readonly scene: Scene
  /** What repair reported when the document was loaded. */
  readonly problems: readonly Problem[]
  /** Text in the formula field; differs from the surface's formula while it cannot be parsed. */
  readonly draft: string
  readonly formulaProblem: FormulaProblem | null
  /** The last good surface; views keep drawing it while the draft is broken. */
  readonly surface: SurfaceSpec | null
  readonly field: HeightField | null
  readonly criticalPoints: CriticalPointReport | null
  /** In the order of `scene.runs`. */
  readonly climbers: readonly Climber[]
  /** Index of the climber whose card is open, or -1. */
  readonly selected: number
  /** 0 to 1 while long work runs, else null. */
  readonly progress: number | null
}

export interface SceneActions {
  load(scene: Scene, problems?: readonly Problem[]): void
  setTitle(title: string): void
  setSurface(surface: SceneSurface): void
  /** Takes typed text; updates the scene only when it parses. */
  setFormula(text: string): void
  setParameter(name: string, value: number): void
  addParameter(name: string): void
  setDomain(axis: 'x' | 'y', interval: readonly [number, number]): void
  addClimber(run?: Partial<SceneRun>): void
  removeClimber(index: number): void
  setOptimizer(index: number, optimizer: string): void
  setHyperparameter(index: number, name: string, value: HyperparameterValue | undefined): void
  setMaximize(index: number, maximize: boolean): void
  setStart(index: number, start: readonly [number, number]): void
  setSteps(steps: number): void
  setView(view: Partial<SceneView>): void
  select(index: number): void
  cancel(): void
  undo(): void
  redo(): void
  /** Changes between `beginGesture` and `endGesture` (a slider's drag) are one step of undo. */
  beginGesture(): void
  endGesture(): void
}

/** The playhead: changes every frame, so frame loops read it directly and React hears only of what it shows. */
export interface PlaybackState {
  /** Fractional: 12.5 is halfway between points 12 and 13. */
  readonly step: number
  /** The longest trajectory's last point. */
  readonly last: number
  readonly playing: boolean
  /** Steps a second. */
  readonly speed: number
}

export interface PlaybackActions {
  play(): void
  pause(): void
  toggle(): void
  /** Clamped to 0..last. */
  seek(step: number): void
  stepBy(delta: number): void
  restart(): void
  setSpeed(stepsPerSecond: number): void
}
