import type { Ref } from 'react'
import type { StoreApi } from 'zustand/vanilla'
import type { CriticalPoint, CriticalPointReport, HeightField } from '../../analysis/types'
import type { CameraChoice, SceneView } from '../../scene/types'
import type { Climber, PlaybackState } from '../../store/types'
import type { SurfaceSpec } from '../../surfaces/surface'
import type { Overlay, SketchesAt, SwarmFrame } from '../overlays'
import type { Theme } from '../theme'
import type { Graphics } from './graphics'

/** Space that panels cover along the edges of the canvas, in CSS pixels. */
export interface Insets {
  readonly left: number
  readonly right: number
  readonly top: number
  readonly bottom: number
}

/** A place of the domain under the pointer. */
export interface Hover {
  readonly x: number
  readonly y: number
  /** The loss there: exact where `height` is given. */
  readonly f: number
  readonly clientX: number
  readonly clientY: number
  /** The critical point whose mark is under the pointer. */
  readonly criticalPoint: CriticalPoint | null
}

export interface LandscapeProps {
  /** What `field` was sampled from. Both change together. */
  readonly surface: SurfaceSpec
  readonly field: HeightField
  readonly climbers: readonly Climber[]
  /** Null while they are sought. */
  readonly criticalPoints: CriticalPointReport | null
  /** The playhead; read in frame loops, not through React. */
  readonly playback: Pick<StoreApi<PlaybackState>, 'getState' | 'subscribe'>
  readonly theme: Theme
  /** Camera and layers; `gradient` covers the ground with arrows of descent. */
  readonly view: Pick<SceneView, 'camera' | 'layers'>
  /** The block is framed in what the panels leave free. */
  readonly insets: Insets
  /** True: the camera jumps instead of flying, and does not coast. */
  readonly reducedMotion: boolean
  /** Index of the climber that stands out, or -1. */
  readonly selected: number
  /** A critical point to stand out, as if the pointer were on it; compared by position. */
  readonly highlighted?: { readonly x: number; readonly y: number } | null
  /** The exact loss, for picking and for trails that leave the domain; the samples are used where it is missing. */
  readonly height?: (x: number, y: number) => number
  /** Names beside the climbers' heads; default true. */
  readonly names?: boolean
  /** A picture over the ground, under the isolines: basins of attraction, say. Replace it to change it. */
  readonly overlay?: Overlay | null
  /** What optimizers try in the step at the playhead. */
  readonly sketches?: SketchesAt | undefined
  /** Accessible name of the picture. */
  readonly label?: string
  readonly onHover?: (hover: Hover | null) => void
  /** A click, or a finger held for half a second: release a climber here. */
  readonly onPick?: (x: number, y: number) => void
  /** A climber's start flag is at (x, y) while it is dragged. */
  readonly onStartDrag?: (climber: number, x: number, y: number) => void
  readonly onStartDragEnd?: () => void
  /** The viewer has turned or zoomed; not called for flights that the page asked for. */
  readonly onCamera?: (camera: Exclude<CameraChoice, string>) => void
  /** What the machine can draw with, where that is known already. */
  readonly graphics?: Graphics | undefined
  /** The first picture has been drawn. */
  readonly onDrawn?: () => void
  /** There is no WebGL 2, or its context was lost for good: show the map instead. */
  readonly onUnavailable?: () => void
  readonly ref?: Ref<LandscapeHandle>
}

/** What the page's keyboard, panels and export may ask of a landscape. Every method is safe at any time. */
export interface LandscapeHandle {
  /** Turns the view by so many degrees. */
  orbit(azimuth: number, elevation: number): void
  /** Comes nearer by a factor. */
  zoom(factor: number): void
  /** Brings a place of the domain into the middle of the free rectangle. */
  flyTo(x: number, y: number): void
  /** Back to the camera that the scene asks for. */
  reset(): void
  /** The place of the domain under a point of the window, if there is ground. */
  pickAt(clientX: number, clientY: number): { x: number; y: number } | null
  /** The place at the cross-hair: the middle of the free rectangle. */
  pickCentre(): { x: number; y: number } | null
  /** The cross-hair in pixels from the canvas's left and top edge. */
  centre(): { x: number; y: number }
  /**
   * Shows this moment of a swarm, or none. For frame loops: nothing goes through React, and arrays may be mutated
   * and shown again under a new `version`.
   */
  setSwarm(frame: SwarmFrame | null): void
  /** A picture of what is seen, `scale` times as many pixels as on the screen. Rejects where none can be made. */
  toBlob(options?: { scale?: number; type?: string }): Promise<Blob>
}
