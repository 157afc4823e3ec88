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

/** Too narrow or too low for panels over the ground, as on phones and upright tablets: they become one sheet with tabs. */
export const SMALL = '(max-width: 880px), (max-height: 480px)'
export const REDUCED_MOTION = '(prefers-reduced-motion: reduce)'
