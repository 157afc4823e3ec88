import { HEIGHT, smoothUnit, worldX, worldZ } from './block'
import type { CriticalMark } from './critical-marks'
import type { PointerActions } from './pointer'
import type { LandscapeProps } from './props'
import type { Stage } from './stage'
import { FLAG } from './walker-marks'

/** How near to a mark's rim the pointer has to be, in CSS pixels. */
const NEAR = 4

/** What the pointer's gestures mean on this landscape. `props` gives the latest properties. */
export function groundPointer(stage: Stage, props: () => LandscapeProps): PointerActions {
  const hover = (mark: CriticalMark | undefined) => {
    const point = mark?.point ?? null
    if (point === stage.hovered) return
    stage.hovered = point
    stage.invalidate()
  }
  return {
    onMove(at) {
      if (at === null) {
        hover(undefined)
        props().onHover?.(null)
        return
      }
      const { clientX, clientY } = at
      const { x: left, y: top } = stage.fromWindow(clientX, clientY)
      const mark = markAt(stage, left, top)
      hover(mark)
      const { onHover, height } = props()
      if (onHover === undefined) return
      const place = mark?.point ?? stage.pick(left, top, height)
      if (place === undefined) {
        onHover(null)
        return
      }
      const { x, y } = place
      onHover({ x, y, f: lossAt(stage, x, y, height), clientX, clientY, criticalPoint: mark?.point ?? null })
    },
    onPick(clientX, clientY) {
      const { onPick, height } = props()
      const { x, y } = stage.fromWindow(clientX, clientY)
      const place = stage.pick(x, y, height)
      if (place !== undefined) onPick?.(place.x, place.y)
    },
    flagAt(clientX, clientY, reach) {
      if (props().onStartDrag === undefined) return -1
      const { x, y } = stage.fromWindow(clientX, clientY)
      return flagAt(stage, x, y, reach)
    },
    onFlag(climber, clientX, clientY) {
      const flag = stage.flags.find((each) => each.climber === climber)
      const { onStartDrag, height } = props()
      const { x, y } = stage.fromWindow(clientX, clientY)
      // The pointer holds the flag at its middle; its foot is the start.
      const place = stage.pickNear(x, y + FLAG, flag?.y ?? HEIGHT / 2, height)
      if (place !== undefined) onStartDrag?.(climber, place.x, place.y)
    },
    onFlagDrag(dragging) {
      stage.rig.enabled = !dragging
      if (!dragging) props().onStartDragEnd?.()
    },
  }
}

function markAt(stage: Stage, left: number, top: number): CriticalMark | undefined {
  let best: CriticalMark | undefined
  let least = stage.markHalf + NEAR
  for (const mark of stage.marks) {
    if (mark.hidden) continue
    const at = stage.toCanvas(mark.x, mark.y, mark.z)
    const distance = Math.hypot(at.x - left, at.y - top)
    if (distance >= least) continue
    least = distance
    best = mark
  }
  return best
}

/** The climber whose flag is nearest, within `reach`; -1 for none. Later flags stand before earlier ones. */
function flagAt(stage: Stage, left: number, top: number, reach: number): number {
  let best = -1
  let least = reach
  for (const { climber, x, y, z } of stage.flags) {
    const at = stage.toCanvas(x, y, z)
    const distance = Math.hypot(at.x + FLAG / 3 - left, at.y - FLAG - top)
    if (distance > least) continue
    least = distance
    best = climber
  }
  return best
}

/** The exact loss where it is known, else the sampled one. */
function lossAt(stage: Stage, x: number, y: number, height: LandscapeProps['height']): number {
  if (height !== undefined) return height(x, y)
  const { block } = stage
  return block.mapping.fromUnit(smoothUnit(block, worldX(block, x), worldZ(block, y)))
}
