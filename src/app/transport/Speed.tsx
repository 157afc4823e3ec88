import { usePlayback, useSceneStore } from '../../store/react'
import { format } from '../../views/format'
import { multipleText, speedsWith } from './speeds'

/** How fast time passes, by the platform's menu. */
export function Speed() {
  const speed = usePlayback((state) => state.speed)
  const { setSpeed } = useSceneStore().playback.getState()
  return (
    <select
      className="speed"
      aria-label="Speed"
      title={`${format(speed)} steps a second`}
      value={speed}
      onChange={(event) => setSpeed(Number(event.target.value))}
    >
      {speedsWith(speed).map((option) => (
        <option key={option} value={option}>
          {multipleText(option)}
        </option>
      ))}
    </select>
  )
}
