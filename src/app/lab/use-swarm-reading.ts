import { useEffect, useState } from 'react'
import type { Attractor } from '../../analysis/basins-attractors'
import type { Census } from '../../analysis/swarm'
import { useSceneStore } from '../../store/react'
import type { LiveFrame } from '../../store/swarm'
import { usePage } from '../page-context'
import { isSettled } from './settling'

/** What people read of a swarm. */
export interface SwarmReading {
  readonly count: number
  readonly taken: number
  readonly census: Census | null
  readonly minima: readonly Attractor[]
  /** Everyone has arrived or is gone, or nobody can move any more. */
  readonly settled: boolean
}

/** Renders with every count of the climbers and when they stop, not with every step. Null while there are none. */
export function useSwarmReading(): SwarmReading | null {
  const { swarm } = useSceneStore()
  const swarming = usePage((state) => state.swarming)
  const [reading, setReading] = useState<SwarmReading | null>(null)
  useEffect(() => {
    const read = (frame: LiveFrame | null) => setReading(frame === null ? null : readingOf(frame))
    let counted: Census | null | undefined
    read(swarm.frame)
    return swarm.subscribe((frame) => {
      // What was asked for before a pause may come after it.
      if (swarming && frame !== null && frame.census === counted && frame.moving) return
      counted = frame?.census
      read(frame)
    })
  }, [swarm, swarming])
  return reading
}

const readingOf = (frame: LiveFrame): SwarmReading => {
  const { count, taken, census, minima } = frame
  return { count, taken, census, minima, settled: isSettled(frame) }
}
