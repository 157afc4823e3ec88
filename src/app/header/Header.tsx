import { useShown } from '../shown'
import { Brand } from './Brand'
import { HelpButton } from './HelpButton'
import { HistoryButtons } from './HistoryButtons'
import { PanelButtons } from './PanelButtons'
import { SceneMenu } from './SceneMenu'
import { ShareButton } from './ShareButton'
import { ThemeButton } from './ThemeButton'
import { ViewSwitch } from './ViewSwitch'

export function Header() {
  const shown = useShown()
  if (!shown('header')) return null
  return (
    <header className="header" data-edge="top">
      <div className="header-group">
        <Brand />
        {shown('scenes') && <SceneMenu />}
      </div>
      <div className="header-group header-tools">
        {shown('undo') && <HistoryButtons />}
        {shown('view') && <ViewSwitch />}
        {shown('share') && <ShareButton />}
        {shown('theme') && <ThemeButton />}
        <PanelButtons />
        {shown('help') && <HelpButton />}
      </div>
    </header>
  )
}
