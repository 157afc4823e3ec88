import { type RefObject, useLayoutEffect, useState } from 'react'
import type { Insets } from '../views/landscape/props'

const NONE: Insets = { left: 0, right: 0, top: 0, bottom: 0 }
/** Between a panel and the ground that is framed beside it. */
const GAP = 8

/** What panels cover of the ground, and what the ground is framed in: less what is said above and below it. */
export interface Room {
  readonly panels: Insets
  readonly framing: Insets
}

/** On ground lower than this, words lie over the picture. */
const SPACIOUS = 240

/**
 * What the elements marked `data-edge="left|right|top|bottom"` inside `page` cover of the element marked `data-ground`,
 * followed as they open, close and resize. Words marked `data-inset="top|bottom"` are stacked inside of those.
 */
export function useInsets(page: RefObject<HTMLElement | null>): Room {
  const [room, setRoom] = useState<Room>({ panels: NONE, framing: NONE })
  useLayoutEffect(() => {
    const root = page.current
    if (root === null) return
    const measure = () => {
      const panels = measureInsets(root)
      const framing = withWords(root, panels)
      setRoom((old) => (same(old.panels, panels) && same(old.framing, framing) ? old : { panels, framing }))
    }
    const sizes = new ResizeObserver(measure)
    const watch = () => {
      sizes.disconnect()
      sizes.observe(root)
      for (const element of root.querySelectorAll('[data-edge], [data-inset], [data-ground]')) sizes.observe(element)
      measure()
    }
    // Panels come and go.
    const children = new MutationObserver(watch)
    children.observe(root, { childList: true, subtree: true, attributeFilter: ['data-edge'] })
    watch()
    return () => {
      sizes.disconnect()
      children.disconnect()
    }
  }, [page])
  return room
}

function measureInsets(root: HTMLElement): Insets {
  const ground = root.querySelector('[data-ground]')?.getBoundingClientRect()
  if (ground === undefined) return NONE
  let { left, right, top, bottom } = NONE
  for (const element of root.querySelectorAll<HTMLElement>('[data-edge]')) {
    const box = element.getBoundingClientRect()
    if (box.width === 0 || !overlaps(box, ground)) continue
    const edge = element.dataset.edge
    if (edge === 'left') left = Math.max(left, box.right - ground.left + GAP)
    if (edge === 'right') right = Math.max(right, ground.right - box.left + GAP)
    if (edge === 'top') top = Math.max(top, box.bottom - ground.top)
    if (edge === 'bottom') bottom = Math.max(bottom, ground.bottom - box.top + GAP)
  }
  return { left: Math.round(left), right: Math.round(right), top: Math.round(top), bottom: Math.round(bottom) }
}

function withWords(root: HTMLElement, panels: Insets): Insets {
  const ground = root.querySelector('[data-ground]')?.getBoundingClientRect()
  if (ground === undefined || ground.height - panels.top - panels.bottom < SPACIOUS) return panels
  const heightOf = (edge: string) => root.querySelector<HTMLElement>(`[data-inset="${edge}"]`)?.offsetHeight ?? 0
  return { ...panels, top: panels.top + GAP + heightOf('top'), bottom: panels.bottom + heightOf('bottom') }
}

const overlaps = (a: DOMRect, b: DOMRect) =>
  a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom

const same = (a: Insets, b: Insets) =>
  a.left === b.left && a.right === b.right && a.top === b.top && a.bottom === b.bottom
