import { useEffect, useImperativeHandle, useLayoutEffect, useMemo, useRef } from 'react'
import type { SwarmFrame } from '../overlays'
import { createBlock } from './block'
import type { Pose } from './framing'
import { groundPointer } from './ground-pointer'
import { landscapeHandle } from './handle'
import { Scenery } from './parts/Scenery'
import { watchPointer } from './pointer'
import type { LandscapeProps } from './props'
import { reportedPose } from './reported-pose'
import type { Stage } from './stage'
import { useMountedStage } from './use-mounted-stage'

const FILL = { position: 'relative', width: '100%', height: '100%', overflow: 'hidden' } as const

/**
 * A loss surface as a block of landscape with its climbers. Fills its parent. It is drawn only when something changed; the
 * playhead is read in the frame loop, so that playing renders nothing through React.
 */
export default function Landscape(props: LandscapeProps) {
  const { surface, field, label, ref } = props
  const host = useRef<HTMLDivElement>(null)
  const latest = useRef(props)
  const stageRef = useRef<Stage>(undefined)
  const swarm = useRef<SwarmFrame | null>(null)
  useLayoutEffect(() => {
    latest.current = props
  })

  const block = useMemo(() => createBlock(surface, field), [surface, field])
  const mounted = useMountedStage(host, () => block, {
    graphics: props.graphics,
    onRest: (pose: Pose) => {
      const { onCamera } = latest.current
      const stage = stageRef.current
      if (stage === undefined) return
      stage.reported = reportedPose(pose)
      onCamera?.(stage.reported)
    },
    onUnavailable: () => latest.current.onUnavailable?.(),
    onDrawn: () => latest.current.onDrawn?.(),
  })

  useImperativeHandle(
    ref,
    () =>
      landscapeHandle(
        () => stageRef.current,
        () => latest.current,
        swarm,
      ),
    [],
  )

  useLayoutEffect(() => {
    stageRef.current = mounted?.stage
    mounted?.root.render(<Scenery stage={mounted.stage} block={block} landscape={props} />)
  })

  useEffect(() => {
    if (mounted === null || host.current === null) return
    mounted.stage.swarm.show(swarm.current)
    mounted.stage.invalidate()
    return watchPointer(
      host.current,
      groundPointer(mounted.stage, () => latest.current),
    )
  }, [mounted])

  return <div ref={host} role="img" aria-label={label ?? `Landscape of ${surface.title}`} style={FILL} />
}
