import type { CriticalPoint } from '../../analysis/types'
import type { Block } from '../landscape/block'
import type { LandscapeProps } from '../landscape/props'

/** What a map shows; see `LandscapeProps`. Replaced, never mutated. */
export interface MapContent
  extends Pick<
    LandscapeProps,
    'climbers' | 'theme' | 'insets' | 'selected' | 'highlighted' | 'height' | 'sketches' | 'reducedMotion'
  > {
  readonly block: Block
  /** The critical points that are marked: none where their layer is off. */
  readonly points: readonly CriticalPoint[]
  readonly overlay: NonNullable<LandscapeProps['overlay']> | null
  readonly contours: boolean
  /** Arrows of descent cover the ground. */
  readonly gradient: boolean
  readonly names: boolean
}
