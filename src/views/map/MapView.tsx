import { type CSSProperties, useImperativeHandle, useLayoutEffect, useMemo, useRef } from 'react'
import type { CriticalPoint } from '../../analysis/types'
import { createBlock } from '../landscape/block'
import type { LandscapeProps } from '../landscape/props'
import { watchSize } from './canvas-size'
import { mapHandle } from './handle'
import { watchMap } from './interaction'
import { MapPainter } from './painter'

const whole: CSSProperties = { position: 'absolute', inset: 0, width: '100%', height: '100%' }
const quiet: CSSProperties = { ...whole, pointerEvents: 'none' }
const hostStyle: CSSProperties = { ...whole, overflow: 'hidden', touchAction: 'none', userSelect: 'none' }

const NO_POINTS: readonly CriticalPoint[] = []

/**
 * The landscape seen from straight above, drawn on 2-D canvases: it needs no WebGL. It shows and tells the same as the
 * landscape, for the same props; `view.camera`, `onCamera` and `onUnavailable` mean nothing to it.
 */
export default function MapView(props: LandscapeProps) {
  const { surface, field, playback, view, ref, label = 'Contour map' } = props
  const host = useRef<HTMLDivElement>(null)
  const ground = useRef<HTMLCanvasElement>(null)
  const swarm = useRef<HTMLCanvasElement>(null)
  const trails = useRef<HTMLCanvasElement>(null)
  const marks = useRef<HTMLCanvasElement>(null)
  const painter = useRef<MapPainter | null>(null)
  const latest = useRef(props)
  const block = useMemo(() => createBlock(surface, field), [surface, field])

  useLayoutEffect(() => {
    latest.current = props
  })

  useLayoutEffect(() => {
    const canvases = { ground: ground.current!, swarm: swarm.current!, trails: trails.current!, marks: marks.current! }
    const current = new MapPainter(canvases, playback, () => latest.current.onDrawn?.())
    painter.current = current
    const stopSize = watchSize(host.current!, (size, pixelRatio) => current.setSize(size, pixelRatio))
    const stopPointers = watchMap(host.current!, current, () => latest.current)
    return () => {
      stopPointers()
      stopSize()
      current.dispose()
      painter.current = null
    }
  }, [playback])

  const { climbers, theme, insets, selected, highlighted, height, sketches, reducedMotion, overlay = null } = props
  const { criticalPoints, names = true } = props
  // The painter compares: what has not changed is not drawn again. It may be a new one.
  useLayoutEffect(() => {
    painter.current?.setContent({
      block,
      climbers,
      points: view.layers.includes('critical-points') ? (criticalPoints?.points ?? NO_POINTS) : NO_POINTS,
      theme,
      insets,
      selected,
      highlighted,
      height,
      sketches,
      reducedMotion,
      overlay,
      contours: view.layers.includes('contours'),
      gradient: view.layers.includes('gradient'),
      names,
    })
  })

  useImperativeHandle(
    ref,
    () =>
      mapHandle(
        () => painter.current,
        () => host.current,
      ),
    [],
  )

  return (
    <div ref={host} style={hostStyle} role="img" aria-label={label}>
      <canvas ref={ground} style={quiet} />
      <canvas ref={swarm} style={quiet} />
      <canvas ref={trails} style={quiet} />
      <canvas ref={marks} style={quiet} />
    </div>
  )
}
