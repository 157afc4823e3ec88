import { useMemo } from 'react'
import { usePlayback } from '../../store/react'
import type { Climber } from '../../store/types'
import { useAfterFirstWalk } from '../use-after-first-walk'
import { useSurface } from '../use-surface'
import { hasEnded, walkingAt } from './at-step'

export interface Sentence {
  readonly text: string
  readonly ended: boolean
}

const loadWords = () => import('../../simulation/describe')

/** What is happening to a climber at the playhead, in one sentence. */
export function useSentence(climber: Climber): Sentence {
  const surface = useSurface()
  const { trajectory, spec, problem } = climber
  const ended = usePlayback(({ step }) => hasEnded(climber, step))
  const words = useAfterFirstWalk(loadWords)
  const walking = usePlayback(({ step }) => (ended && words !== null ? '' : walkingAt(climber, step)))
  // Words about an outcome look at the ground around it, which costs too much for every frame.
  const outcome = useMemo(() => {
    if (!ended || trajectory === null || surface === null || spec === null) return ''
    return words?.describeOutcome(trajectory, surface, spec) ?? ''
  }, [words, ended, trajectory, surface, spec])
  return { text: problem ?? (outcome || walking), ended: problem !== null || ended }
}
