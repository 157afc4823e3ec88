import { nameOf } from '../../views/name-of'
import { Swatch } from '../climbers/Swatch'
import type { Subject } from './use-subject'

interface WhoProps {
  readonly subject: Subject
  /** What she is here for. */
  readonly children: string
}

/** Whose experiment this is: her mark, her name. */
export function Who({ subject: { index, climber }, children }: WhoProps) {
  return (
    <p className="lab-who">
      <Swatch index={index} />
      <span>
        <strong>{nameOf(climber)}</strong> {children}
      </span>
    </p>
  )
}
