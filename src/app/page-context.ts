import { createContext, type RefObject, useContext } from 'react'
import { useStore } from 'zustand'
import type { LandscapeHandle } from '../views/landscape/props'
import type { Theme } from '../views/theme'
import type { PageActions, PageState, PageStore } from './page-store'

export interface Page {
  readonly store: PageStore
  /** The view of the ground that the page's keys and lists steer; null while there is none. */
  readonly ground: RefObject<LandscapeHandle | null>
}

export const PageContext = createContext<Page | null>(null)
export const ThemeContext = createContext<Theme | null>(null)

function usePageContext(): Page {
  const page = useContext(PageContext)
  if (page === null) throw new Error('a component of the page was rendered outside of <PageContext>')
  return page
}

export const usePage = <T>(select: (state: PageState & PageActions) => T): T => useStore(usePageContext().store, select)

/** The page's actions, which never change. */
export const usePageActions = (): PageActions => usePageContext().store.getState()

export const usePageStore = (): PageStore => usePageContext().store

export const useGround = (): RefObject<LandscapeHandle | null> => usePageContext().ground

export function useTheme(): Theme {
  const theme = useContext(ThemeContext)
  if (theme === null) throw new Error('a component was rendered outside of <ThemeContext>')
  return theme
}
