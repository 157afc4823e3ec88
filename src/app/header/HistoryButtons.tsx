import { useActions, useHistory } from '../../store/react'
import { IconButton } from '../controls/IconButton'
import { Redo, Undo } from '../icons'

export function HistoryButtons() {
  const { undo, redo } = useActions()
  const { canUndo, canRedo } = useHistory()
  return (
    <div className="button-pair">
      <IconButton label="Undo" disabled={!canUndo} onClick={undo}>
        <Undo />
      </IconButton>
      <IconButton label="Redo" disabled={!canRedo} onClick={redo}>
        <Redo />
      </IconButton>
    </div>
  )
}
