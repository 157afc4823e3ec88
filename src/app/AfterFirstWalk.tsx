import { type ReactNode, Suspense } from 'react'
import { usePage } from './page-context'

interface AfterFirstWalkProps {
  /** Class of an empty box that keeps the room until then. */
  readonly room?: string
  readonly children: ReactNode
}

/** Parts that appear once the first walk is under way: what they take to load does not keep her from walking. */
export function AfterFirstWalk({ room, children }: AfterFirstWalkProps) {
  const underWay = usePage((state) => state.underWay)
  const empty = room === undefined ? null : <div className={room} aria-hidden="true" />
  return underWay ? <Suspense fallback={empty}>{children}</Suspense> : empty
}
