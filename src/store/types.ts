import type { StoreApi } from 'zustand/vanilla'
import type { BasinMap } from '../analysis/basins'
import type { Placement } from '../analysis/swarm-placement'
import type { SweepMap } from '../analysis/sweep'
import type { SweepAxis } from '../analysis/sweep-axis'
import type { CriticalPointReport, HeightField } from '../analysis/types'
import type { HyperparameterValue } from '../optimizers/rule'
import type { Catalog } from '../scene/resolve'
import type { CameraChoice, Problem, Scene, SceneRun, SceneSurface, SceneView } from '../scene/types'
import type { RunSpec, Trajectory } from '../simulation/trajectory'
import type { HeightScale, SurfaceSpec } from '../surfaces/surface'
import type { LiveSwarm } from './swarm'

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

/** A sweep over two hyperparameters of one climber. */
export interface SweepState {
  /** Index of the climber. */
  readonly climber: number
  readonly x: SweepAxis
  readonly y: SweepAxis
  /** The loss that counts as arrived: 99 % of the way from her start to the best listed minimum; NaN while unknown. */
  readonly goal: number
  /** Coarse first; the last one stays until another is there. */
  readonly map: SweepMap | null
  /** 0 to 1 while it takes long, else null. */
  readonly progress: number | null
}

/** A swarm that is released: many climbers with one climber's optimizer. */
export interface SwarmState {
  /** Index of the climber whose run they follow. */
  readonly climber: number
  /** At most 100,000. */
  readonly count: number
  readonly placement: Placement
}

/** Everything a mounted scene knows, except the playhead. Immutable; replaced, never mutated. */
export interface SceneState {
  /** The document: the only thing that undo, the URL and sharing see. */
  readonly scene: Scene
  /** What repair reported when the document was loaded. */
  readonly problems: readonly Problem[]
  /** Text in the formula field; differs from the surface's formula while it cannot be parsed. */
  readonly draft: string
  /** Parameters known to the draft, also those that the formula does not use at the moment. */
  readonly draftParameters: Readonly<Record<string, number>>
  readonly formulaProblem: FormulaProblem | null
  /** The last good surface; views keep drawing it while the draft is broken. Changes together with `field`. */
  readonly surface: SurfaceSpec | null
  readonly field: HeightField | null
  /** Null while they are sought. */
  readonly criticalPoints: CriticalPointReport | null
  /** Of the selected (else the first) climber while the layer is on: coarse at first, then refined. Null until there is one. */
  readonly basins: BasinMap | null
  /** 0 to 1 while basins take long, else null. */
  readonly basinsProgress: number | null
  /** Null while there is none. */
  readonly sweep: SweepState | null
  readonly swarm: SwarmState | null
  /** In the order of `scene.runs`. */
  readonly climbers: readonly Climber[]
  /** Index of the climber whose card is open, or -1. */
  readonly selected: number
  /** 0 to 1 while long work runs, else null. */
  readonly progress: number | null
  /** What went wrong in the engine, for people; null when nothing did. */
  readonly failure: string | null
}

export interface SceneActions {
  load(scene: Scene, problems?: readonly Problem[]): void
  setTitle(title: string): void
  /** Walks on another surface; starts that make no sense there are moved. */
  setSurface(surface: SceneSurface): void
  /** Takes typed text; updates the scene only when it parses. */
  setFormula(text: string): void
  /** Gives up a draft that cannot be parsed and shows the surface's formula again. */
  discardDraft(): void
  setParameter(name: string, value: number): void
  /** Declares a name of the draft as a parameter, at 1. */
  addParameter(name: string): void
  setDomain(axis: 'x' | 'y', interval: readonly [number, number]): void
  setHeightScale(scale: HeightScale): void
  addClimber(run?: Partial<SceneRun>): void
  duplicateClimber(index: number): void
  removeClimber(index: number): void
  /** An empty name gives the optimizer's name back. */
  renameClimber(index: number, name: string): void
  /** Takes her run as a whole, written by the pure functions of edit-optimizer.ts and edit-run.ts, or by a text's editor. */
  replaceRun(index: number, run: SceneRun): void
  /** `undefined` goes back to the library's default. */
  setHyperparameter(index: number, name: string, value: HyperparameterValue | undefined): void
  setMaximize(index: number, maximize: boolean): void
  /** Moves one climber's start, or everyone's with index -1. */
  setStart(index: number, start: readonly [number, number]): void
  /** Starts a sweep of two numeric hyperparameters of a climber, each over the range of its slider. */
  openSweep(climber: number, x: string, y: string): void
  /** Another hyperparameter, range or scale along one side of the sweep. */
  setSweepAxis(side: 'x' | 'y', axis: Partial<SweepAxis>): void
  closeSweep(): void
  /** Gives the climber the two values of column `i`, row `j` of the sweep. */
  loadSweepCell(i: number, j: number): void
  /** Releases a swarm (again): by default 10,000 on a grid, with the selected or first climber's run. */
  releaseSwarm(swarm?: Partial<SwarmState>): void
  endSwarm(): void
  setSteps(steps: number): void
  setView(view: Partial<SceneView>): void
  /** Where the viewer turned the landscape to: part of the document, but nothing that undo should take back. */
  setCamera(camera: CameraChoice): void
  select(index: number): void
  /** Stops long work; what was on the screen stays there. */
  cancel(): void
  /** Runs again whatever failed or was cancelled. */
  retry(): void
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
  /** From the start again when the playhead is at the end. */
  play(): void
  pause(): void
  toggle(): void
  /** Clamped to 0..last. */
  seek(step: number): void
  stepBy(delta: number): void
  restart(): void
  setSpeed(stepsPerSecond: number): void
  /** The page's clock: `seconds` have passed. Does nothing while paused. */
  advance(seconds: number): void
  /** The trajectories now end at point `last`; a playhead that stood at the end stays at the end. */
  setLast(last: number): void
}

/** What undo can do at the moment. */
export interface History {
  readonly canUndo: boolean
  readonly canRedo: boolean
}

/** All state of one mounted scene. */
export interface SceneStore {
  readonly scene: StoreApi<SceneState & SceneActions>
  readonly playback: StoreApi<PlaybackState & PlaybackActions>
  readonly history: StoreApi<History>
  /** The swarm's frames: driven by the page's clock, never through the scene's state. */
  readonly swarm: LiveSwarm
  readonly catalog: Catalog
  /** Stops all work. The engine belongs to the caller. */
  dispose(): void
}
