import { useState } from 'react'
import { useScene } from '../../store/react'
import { IconButton } from '../controls/IconButton'
import { Close } from '../icons'

/** What was dropped from a document that was not quite right. */
export function Problems() {
  const problems = useScene((state) => state.problems)
  const [dismissed, setDismissed] = useState<unknown>(null)
  if (problems.length === 0 || dismissed === problems) return null
  return (
    <div className="work-status problems" role="status">
      <details>
        <summary>
          {problems.length === 1 ? 'One thing' : `${problems.length} things`} in this scene could not be used
        </summary>
        <ul>
          {problems.slice(0, 20).map(({ path, message }) => (
            <li key={`${path} ${message}`}>
              <code>{path}</code> {message}
            </li>
          ))}
        </ul>
      </details>
      <IconButton label="Dismiss" onClick={() => setDismissed(problems)}>
        <Close />
      </IconButton>
    </div>
  )
}
