import { useActions, useScene } from '../../store/react'
import { IconButton } from '../controls/IconButton'
import { Moon, Sun } from '../icons'
import { usePageActions, useTheme } from '../page-context'

/** The choice is this reader's; a theme that the scene asked for gives way to it. */
export function ThemeButton() {
  const { name } = useTheme()
  const asked = useScene((state) => state.scene.view.theme)
  const { setView } = useActions()
  const { setPreferences } = usePageActions()
  const next = name === 'dark' ? 'light' : 'dark'
  const choose = () => {
    setPreferences({ theme: next })
    if (asked !== 'auto') setView({ theme: 'auto' })
  }
  return (
    <IconButton label={`Use the ${next} theme`} onClick={choose}>
      {name === 'dark' ? <Sun /> : <Moon />}
    </IconButton>
  )
}
