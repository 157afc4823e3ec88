import { IconButton } from '../controls/IconButton'
import { PanelLeft, PanelRight } from '../icons'
import { usePage, usePageActions } from '../page-context'
import { useShown } from '../shown'

/** Opens and closes the panels; not there on a narrow screen, where the sheet has tabs. */
export function PanelButtons() {
  const panels = usePage((state) => state.panels)
  const { togglePanel } = usePageActions()
  const shown = useShown()
  return (
    <div className="button-pair panel-buttons">
      {shown('surface') && (
        <IconButton label="Surface panel" aria-pressed={panels.surface} onClick={() => togglePanel('surface')}>
          <PanelLeft />
        </IconButton>
      )}
      {shown('climbers') && (
        <IconButton label="Climbers panel" aria-pressed={panels.climbers} onClick={() => togglePanel('climbers')}>
          <PanelRight />
        </IconButton>
      )}
    </div>
  )
}
