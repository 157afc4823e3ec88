import { IconButton } from '../controls/IconButton'
import { Close } from '../icons'
import { usePage, usePageActions } from '../page-context'

/** What was asked for and could not be done, until it is read. */
export function Trouble() {
  const trouble = usePage((state) => state.trouble)
  const { alarm } = usePageActions()
  if (trouble === null) return null
  return (
    <div className="work-status trouble" role="alert">
      <span>{trouble}</span>
      <IconButton label="Dismiss" onClick={() => alarm(null)}>
        <Close />
      </IconButton>
    </div>
  )
}
