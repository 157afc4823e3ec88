import { useEffect } from 'react'
import { usePage, usePageActions } from '../page-context'

const SHOWN_MS = 5000

/** A short message that goes by itself. */
export function Notice() {
  const notice = usePage((state) => state.notice)
  const { notify } = usePageActions()
  useEffect(() => {
    if (notice === null) return
    const timer = setTimeout(() => notify(null), SHOWN_MS)
    return () => clearTimeout(timer)
  }, [notice, notify])
  return (
    <div className="notice" role="status">
      {notice !== null && <span>{notice}</span>}
    </div>
  )
}
