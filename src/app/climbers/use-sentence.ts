import { useMemo } from 'react'
import { describeOutcome } from '../../simulation/describe'
import { usePlayback } from '../../store/react'
import type { Climber } from '../../store/types'
import { useSurface } from '../use-surface'
import { hasEnded, walkingAt } from './at-step'

export interface Sentence {
  readonly text: string
  readonly ended: boolean
}

/** What is happening to a climber at the playhead, in one sentence. */
export function useSentence(climber: Climber): Sentence {
  const surface = useSurface()
  const { trajectory, spec, problem } = climber
  const ended = usePlayback(({ step }) => hasEnded(climber, step))
  const walking = usePlayback(({ step }) => (ended ? '' : walkingAt(climber, step)))
  // Words about an outcome look at the ground around it, which costs too much for every frame.
  const outcome = useMemo(() => {
    if (!ended || trajectory === null || surface === null || spec === null) return ''
    return describeOutcome(trajectory, surface, spec)
  }, [ended, trajectory, surface, spec])
  return { text: problem ?? (outcome || walking), ended: problem !== null || ended }
}
