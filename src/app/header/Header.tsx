import { useShown } from '../shown'
import { SMALL, useMedia } from '../use-media'
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
  const small = useMedia(SMALL)
  if (!shown('header')) return null
  const others = (
    <>
      {shown('share') && <ShareButton />}
      {shown('theme') && <ThemeButton />}
      {shown('help') && <HelpButton />}
    </>
  )
  return (
    <header className="header" data-edge="top">
      <div className="header-group">
        <Brand />
        {shown('scenes') && <SceneMenu>{small && others}</SceneMenu>}
      </div>
      <div className="header-group header-tools">
        {shown('undo') && <HistoryButtons />}
        {shown('view') && <ViewSwitch />}
        {!small && <PanelButtons />}
        {/* On a small screen there is no room for these: they are in the menu, where there is one. */}
        {(!small || !shown('scenes')) && others}
      </div>
    </header>
  )
}
