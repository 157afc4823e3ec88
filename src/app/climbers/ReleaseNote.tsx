import { useScene } from '../../store/react'
import { nameOf } from '../../views/name-of'
import { useMedia } from '../use-media'

/** What a click on the ground will do, said before it is done. */
export function ReleaseNote() {
  const selected = useScene((state) => state.climbers[state.selected])
  const count = useScene((state) => state.climbers.length)
  const touch = useMedia('(pointer: coarse)')
  const who = selected === undefined ? (count > 1 ? 'everyone starts' : 'she starts') : `${nameOf(selected)} starts`
  return (
    <p className="panel-note">
      {touch ? 'Hold a finger on the ground' : 'Click the ground'}: {count === 0 ? 'a climber starts' : who} there.
    </p>
  )
}
