import { useState } from 'react'

/** The list as it was while it still has the same members, so that effects run when one of them changes, not with each rendering. */
export function useSameList<T>(list: readonly T[]): readonly T[] {
  const [known, setKnown] = useState(list)
  if (known.length === list.length && known.every((member, k) => Object.is(member, list[k]))) return known
  setKnown(list)
  return list
}
