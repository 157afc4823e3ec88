import { useEffect, useState } from 'react'
import { useScene } from '../../store/react'
import type { Climber } from '../../store/types'
import { nameOf } from '../../views/name-of'
import { useSentence } from '../climbers/use-sentence'

/** Says in words, to those who do not see the page, what has become of each climber and what the ground is. */
export function Announcer() {
  const climbers = useScene((state) => state.climbers)
  const surface = useScene((state) => state.surface)
  const problem = useScene((state) => state.formulaProblem?.message ?? state.failure)
  return (
    <div className="visually-hidden" aria-live="polite">
      <p>{useSettled(surface === null ? '' : `The ground is ${surface.title || surface.formula}.`)}</p>
      <p>{useSettled(problem ?? '')}</p>
      {climbers.map((climber, index) => (
        <OutcomeAnnouncement key={index} climber={climber} />
      ))}
    </div>
  )
}

function OutcomeAnnouncement({ climber }: { readonly climber: Climber }) {
  const { text, ended } = useSentence(climber)
  return <p>{useSettled(ended ? `${nameOf(climber)}: ${text}.` : '')}</p>
}

const QUIET_MS = 800

/** The text once it has stopped changing: nobody wants to hear every stage of a drag. */
function useSettled(text: string): string {
  const [settled, setSettled] = useState('')
  useEffect(() => {
    const timer = setTimeout(() => setSettled(text), QUIET_MS)
    return () => clearTimeout(timer)
  }, [text])
  return settled
}
