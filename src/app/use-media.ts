import { useCallback, useSyncExternalStore } from 'react'

/** Whether a media query holds. */
export function useMedia(query: string): boolean {
  const subscribe = useCallback(
    (changed: () => void) => {
      const list = window.matchMedia(query)
      list.addEventListener('change', changed)
      return () => list.removeEventListener('change', changed)
    },
    [query],
  )
  return useSyncExternalStore(subscribe, () => window.matchMedia(query).matches)
}

/** One column, with a sheet of tabs: phones, and windows as narrow. */
export const NARROW = '(max-width: 720px)'
export const REDUCED_MOTION = '(prefers-reduced-motion: reduce)'
