import { type Block, smoothUnit, worldX, worldZ } from '../landscape/block'
import { watchPointer } from '../landscape/pointer'
import type { LandscapeProps } from '../landscape/props'
import { criticalAt, radiusIn } from './critical'
import { placeUnder } from './frame'
import { watchGestures } from './gestures'
import type { MapPainter } from './painter'
import { flagAt } from './walkers'

/** Pixels around a mark in which the pointer is on it. */
const MARK_MARGIN = 3

/** Connects pointers to a map: hover, click and long press, drags of flags, pan and zoom. `props` gives the latest. */
export function watchMap(host: HTMLElement, painter: MapPainter, props: () => LandscapeProps): () => void {
  const local = (clientX: number, clientY: number) => {
    const box = host.getBoundingClientRect()
    return { x: clientX - box.left, y: clientY - box.top }
  }
  const placeAt = (clientX: number, clientY: number) => {
    const { x, y } = local(clientX, clientY)
    return painter.frame === undefined ? undefined : placeUnder(painter.frame, x, y)
  }
  const hover = (at: { clientX: number; clientY: number } | null) => {
    const { onHover } = props()
    const place = at === null ? undefined : placeAt(at.clientX, at.clientY)
    const criticalPoint = at === null ? null : markUnder(painter, props(), local(at.clientX, at.clientY))
    painter.setAttention({ hovered: criticalPoint })
    if (at === null || place === undefined || painter.frame === undefined) onHover?.(null)
    else {
      const f = lossAt(painter.frame.block, props(), place)
      onHover?.({ ...place, f, clientX: at.clientX, clientY: at.clientY, criticalPoint })
    }
  }
  const stopPointer = watchPointer(host, {
    onMove: hover,
    onPick: (clientX, clientY) => {
      const place = placeAt(clientX, clientY)
      if (place !== undefined) props().onPick?.(place.x, place.y)
    },
    flagAt: (clientX, clientY, reach) => {
      const { climbers, onStartDrag } = props()
      const { x, y } = local(clientX, clientY)
      if (painter.frame === undefined || onStartDrag === undefined) return -1
      return flagAt(painter.frame, climbers, x, y, reach)
    },
    onFlag: (climber, clientX, clientY) => {
      painter.setAttention({ dragged: climber })
      const place = placeAt(clientX, clientY)
      if (place !== undefined) props().onStartDrag?.(climber, place.x, place.y)
    },
    onFlagDrag: (dragging) => {
      if (dragging) return
      painter.setAttention({ dragged: -1 })
      props().onStartDragEnd?.()
    },
  })
  const stopGestures = watchGestures(host, {
    onPan: (dx, dy) => painter.pan(dx, dy),
    onZoom: (factor, clientX, clientY) => {
      const { x, y } = local(clientX, clientY)
      painter.zoomAt(factor, x, y)
    },
  })
  return () => {
    stopPointer()
    stopGestures()
  }
}

function markUnder(
  { frame }: MapPainter,
  { criticalPoints, view }: LandscapeProps,
  { x, y }: { x: number; y: number },
) {
  if (frame === undefined || criticalPoints === null || !view.layers.includes('critical-points')) return null
  const { points } = criticalPoints
  return criticalAt(frame, points, x, y, radiusIn(frame, points.length) + MARK_MARGIN)
}

/** The exact loss where it is known, else that of the drawn ground. */
function lossAt(block: Block, { height }: LandscapeProps, { x, y }: { x: number; y: number }): number {
  return height === undefined
    ? block.mapping.fromUnit(smoothUnit(block, worldX(block, x), worldZ(block, y)))
    : height(x, y)
}
