import { useState } from 'react'
import type { SceneRun } from '../../scene/types'
import { useActions } from '../../store/react'

export function NameField({ index, run }: { readonly index: number; readonly run: SceneRun }) {
  const { renameClimber } = useActions()
  const [name, setName] = useState(run.name ?? '')
  const commit = () => {
    if (name.trim() !== (run.name ?? '')) renameClimber(index, name)
  }
  return (
    <input
      className="text-field name-field"
      aria-label="Name of this climber"
      placeholder="her name"
      maxLength={80}
      value={name}
      onChange={(event) => setName(event.target.value)}
      onBlur={commit}
      onKeyDown={(event) => event.key === 'Enter' && commit()}
    />
  )
}
