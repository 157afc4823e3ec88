import { useEffect, useState } from 'react'
import { usePage } from './page-context'

/**
 * A module that is loaded once the first walk is under way; null until then, and where it cannot be had. `load` must
 * not change from one rendering to the next.
 */
export function useAfterFirstWalk<T extends object>(load: () => Promise<T>): T | null {
  const underWay = usePage((state) => state.underWay)
  const [module, setModule] = useState<T | null>(null)
  useEffect(() => {
    if (!underWay) return
    let mounted = true
    load().then(
      (loaded) => mounted && setModule(loaded),
      () => {},
    )
    return () => {
      mounted = false
    }
  }, [underWay, load])
  return module
}
