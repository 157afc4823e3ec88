import { lazy, Suspense } from 'react'
import type { CriticalPoint } from '../../../analysis/types'
import type { Block } from '../block'
import type { LandscapeProps } from '../props'
import { type Stage, StageContext } from '../stage'
import { ArrowsPart } from './ArrowsPart'
import { AxesPart } from './AxesPart'
import { BlockPart } from './BlockPart'
import { Conductor } from './Conductor'
import { MarksPart } from './MarksPart'
import { SlopeFieldPart } from './SlopeFieldPart'
import { SwarmPart } from './SwarmPart'
import { TrailsPart } from './TrailsPart'

/** Fetched when somebody tries something. */
const SketchesPart = lazy(() => import('./SketchesPart'))

const NO_POINTS: readonly CriticalPoint[] = []

interface Props {
  readonly stage: Stage
  readonly block: Block
  readonly landscape: LandscapeProps
}

/** All parts of a landscape, rendered by fiber. */
export function Scenery({ stage, block, landscape }: Props) {
  const { climbers, criticalPoints, playback, height, theme, view, selected, highlighted, sketches } = landscape
  const { layers } = view
  const points = layers.includes('critical-points') ? (criticalPoints?.points ?? NO_POINTS) : NO_POINTS
  return (
    <StageContext value={stage}>
      <Conductor
        block={block}
        camera={view.camera}
        climbers={climbers}
        playback={playback}
        height={height}
        theme={theme}
        insets={landscape.insets}
        reducedMotion={landscape.reducedMotion}
      />
      <BlockPart
        block={block}
        theme={theme}
        contours={layers.includes('contours')}
        overlay={landscape.overlay ?? null}
      />
      <AxesPart block={block} theme={theme} />
      {layers.includes('gradient') && <SlopeFieldPart block={block} />}
      <TrailsPart block={block} climbers={climbers} selected={selected} playback={playback} height={height} />
      {sketches !== undefined && (
        <Suspense>
          <SketchesPart block={block} playback={playback} sketches={sketches} />
        </Suspense>
      )}
      <SwarmPart block={block} />
      <ArrowsPart block={block} climbers={climbers} playback={playback} highlighted={highlighted} />
      <MarksPart
        block={block}
        points={points}
        highlighted={highlighted}
        climbers={climbers}
        selected={selected}
        theme={theme}
        height={height}
        names={landscape.names}
      />
    </StageContext>
  )
}
