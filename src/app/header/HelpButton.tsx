import { IconButton } from '../controls/IconButton'
import { usePageActions } from '../page-context'

export function HelpButton() {
  const { openDialog } = usePageActions()
  return (
    <IconButton label="Help and keys" onClick={() => openDialog('help')}>
      <span aria-hidden="true">?</span>
    </IconButton>
  )
}
