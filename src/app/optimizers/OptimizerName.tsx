import { useState } from 'react'
import { limits } from '../../scene/limits'

interface OptimizerNameProps {
  readonly name: string
  readonly onRename: (name: string) => void
}

/** What a typed optimizer is called. Enter or leaving commits; an empty name is none. */
export function OptimizerName({ name, onRename }: OptimizerNameProps) {
  const [draft, setDraft] = useState<string | null>(null)
  const commit = () => {
    const next = (draft ?? '').trim()
    if (next !== '' && next !== name) onRename(next)
    setDraft(null)
  }
  return (
    <label className="row">
      <span className="row-name">called</span>
      <input
        className="text-field optimizer-name"
        aria-label="Name of this optimizer"
        autoComplete="off"
        spellCheck={false}
        maxLength={limits.nameLength}
        value={draft ?? name}
        onChange={(event) => setDraft(event.target.value)}
        onBlur={commit}
        onKeyDown={(event) => event.key === 'Enter' && commit()}
      />
    </label>
  )
}
