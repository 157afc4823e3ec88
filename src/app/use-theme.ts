import { useLayoutEffect } from 'react'
import { useScene } from '../store/react'
import { dark, light, type Theme } from '../views/theme'
import { usePage } from './page-context'
import { useMedia } from './use-media'

/** The theme in force: what the scene asks for, else what this reader chose, else what the system prefers. */
export function useResolvedTheme(): Theme {
  const asked = useScene((state) => state.scene.view.theme)
  const preferred = usePage((state) => state.preferences.theme)
  const systemDark = useMedia('(prefers-color-scheme: dark)')
  const choice = asked !== 'auto' ? asked : preferred
  if (choice !== 'auto') return choice === 'dark' ? dark : light
  return systemDark ? dark : light
}

/** Writes the theme as custom properties through the CSSOM, which a strict content security policy allows. */
export function applyTheme(theme: Theme, root: HTMLElement): void {
  const { name, ...tokens } = theme
  root.dataset.theme = name
  root.style.colorScheme = name
  for (const [token, value] of Object.entries(tokens)) {
    if (typeof value === 'string')
      root.style.setProperty(`--${token.replace(/[A-Z]/g, (c) => `-${c.toLowerCase()}`)}`, value)
  }
}

export function useAppliedTheme(theme: Theme): void {
  useLayoutEffect(() => {
    applyTheme(theme, document.documentElement)
    for (const meta of document.querySelectorAll('meta[name="theme-color"]')) meta.setAttribute('content', theme.paper)
  }, [theme])
}
