import { type CSSProperties, useLayoutEffect, useMemo, useRef, useState } from 'react'
import type { StoreApi } from 'zustand/vanilla'
import type { Cue } from '../../scene/types'
import type { Climber, PlaybackActions, PlaybackState } from '../../store/types'
import { watchSize } from '../map/canvas-size'
import type { Theme } from '../theme'
import { CueTicks } from './CueTicks'
import { curvesOf } from './curves'
import { canBeLog, type LossScaleKind, lossRange, lossScale, suggestScale } from './loss-scale'
import { ChartPainter } from './painter'
import { marginOf, stepAtX } from './plot'
import { Readout } from './Readout'
import { ScaleToggle } from './ScaleToggle'
import { Scrubber } from './Scrubber'
import { watchScrub } from './scrub'
import './chart.css'

export interface LossChartProps {
  readonly climbers: readonly Climber[]
  readonly playback: StoreApi<PlaybackState & PlaybackActions>
  readonly theme: Theme
  /** Index of the climber that stands out, or -1. */
  readonly selected: number
  /** Remarks, marked on the timeline. */
  readonly cues?: readonly Cue[]
  /** Draws the losses; without them it is a bare timeline. Default true. */
  readonly lines?: boolean
  /** The playhead may be dragged. Default true. */
  readonly scrubbable?: boolean
}

const NO_CUES: readonly Cue[] = []

/** The loss of every climber against the step, which is also the timeline: dragging in it moves the playhead. */
export default function LossChart(props: LossChartProps) {
  const { climbers, playback, theme, selected, cues = NO_CUES, lines = true, scrubbable = true } = props
  const curves = useMemo(() => curvesOf(climbers), [climbers])
  const range = useMemo(() => (lines ? lossRange(curves) : null), [curves, lines])
  const [chosen, setChosen] = useState<LossScaleKind | null>(null)
  const kind =
    range === null ? 'linear' : chosen === 'log' && !canBeLog(range) ? 'linear' : (chosen ?? suggestScale(range))
  const scale = useMemo(() => (range === null ? null : lossScale(kind, range)), [range, kind])
  const [hovered, setHovered] = useState<number | null>(null)
  const [width, setWidth] = useState(0)

  const host = useRef<HTMLDivElement>(null)
  const lineCanvas = useRef<HTMLCanvasElement>(null)
  const cursorCanvas = useRef<HTMLCanvasElement>(null)
  const painter = useRef<ChartPainter | null>(null)

  useLayoutEffect(() => {
    const current = new ChartPainter(lineCanvas.current!, cursorCanvas.current!, playback)
    painter.current = current
    const stopSize = watchSize(host.current!, ({ width, height }, ratio) => {
      current.setSize(width, height, ratio)
      setWidth(width)
    })
    return () => {
      stopSize()
      current.dispose()
      painter.current = null
    }
  }, [playback])

  useLayoutEffect(() => {
    painter.current?.setContent({ curves, scale, bare: !lines, selected, theme })
  }, [curves, scale, lines, selected, theme])

  useLayoutEffect(() => {
    painter.current?.setHover(hovered)
  }, [hovered])

  useLayoutEffect(() => {
    if (!scrubbable) return
    let wasPlaying = false
    const stepAt = (x: number) => stepAtX(painter.current!.plot, x)
    const stop = watchScrub(host.current!, {
      onHover: (x) => setHovered(x === null ? null : stepAt(x)),
      onScrubStart: () => {
        wasPlaying = playback.getState().playing
        playback.getState().pause()
      },
      onScrub: (x) => playback.getState().seek(stepAt(x)),
      onScrubEnd: () => {
        const { step, last, play } = playback.getState()
        if (wasPlaying && step < last) play()
      },
    })
    return stop
  }, [playback, scrubbable])

  const margin = marginOf(!lines, width)
  const style = { '--plot-left': `${margin.left}px`, '--plot-right': `${margin.right}px` } as CSSProperties
  return (
    <div className="loss-chart" data-bare={!lines || undefined} style={style}>
      <div ref={host} className="loss-chart-plot" data-scrubbable={scrubbable || undefined}>
        <canvas ref={lineCanvas} />
        <canvas ref={cursorCanvas} />
        {scrubbable && <Scrubber climbers={climbers} curves={curves} playback={playback} />}
        {lines && range === null && <p className="loss-chart-empty">{emptyText(climbers)}</p>}
      </div>
      <CueTicks cues={cues} playback={playback} />
      {hovered !== null && (
        <Readout step={hovered} climbers={climbers} curves={curves} cues={cues} playback={playback} />
      )}
      {range !== null && <ScaleToggle kind={kind} canBeLog={canBeLog(range)} onChange={setChosen} />}
    </div>
  )
}

function emptyText(climbers: readonly Climber[]): string {
  if (climbers.length === 0) return 'Nobody walks yet: click the ground to release a climber.'
  return climbers.some(({ problem }) => problem === null) ? 'Walking…' : 'Nobody can walk here.'
}
