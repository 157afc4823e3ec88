import { useEffect, useState } from 'react'
import { usePage } from './page-context'

/**
 * A module that is loaded once the first walk is on the screen; null until then, and where it cannot be had. `load` must
 * not change from one rendering to the next.
 */
export function useAfterFirstWalk<T extends object>(load: () => Promise<T>): T | null {
  const drawn = usePage((state) => state.drawn)
  const [module, setModule] = useState<T | null>(null)
  useEffect(() => {
    if (!drawn) return
    let mounted = true
    load().then(
      (loaded) => mounted && setModule(loaded),
      () => {},
    )
    return () => {
      mounted = false
    }
  }, [drawn, load])
  return module
}
