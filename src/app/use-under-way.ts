import { useEffect } from 'react'
import { usePage, usePageActions } from './page-context'

/** Pictures of a walking climber that are drawn before anything else is fetched. */
const FIRST_PICTURES = 4

/** Says when the first walk is under way: a few pictures after time began, however long a slow machine takes for them. */
export function useUnderWay(): void {
  const drawn = usePage((state) => state.drawn)
  const { markUnderWay } = usePageActions()
  useEffect(() => {
    if (!drawn) return
    let left = FIRST_PICTURES
    let request = requestAnimationFrame(function count() {
      if (--left === 0) markUnderWay()
      else request = requestAnimationFrame(count)
    })
    return () => cancelAnimationFrame(request)
  }, [drawn, markUnderWay])
}
