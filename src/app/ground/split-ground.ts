import type { CSSProperties } from 'react'
import type { Insets } from '../../views/landscape/props'

export interface Size {
  readonly width: number
  readonly height: number
}

/** One of two views: where it lies in the ground, and what panels cover of it. */
export interface Pane {
  readonly style: CSSProperties
  readonly insets: Insets
}

/** Between the two views, in CSS pixels. */
const SEAM = 8
/** A free rectangle wider than this times its height is split into left and right, else into upper and lower. */
const WIDE = 1.15

/** Splits the ground in the middle of what the panels leave free, so that both views get the same room. */
export function splitGround({ width, height }: Size, insets: Insets): readonly [Pane, Pane] {
  const free = { width: width - insets.left - insets.right, height: height - insets.top - insets.bottom }
  if (free.width > WIDE * free.height) {
    const middle = Math.round(insets.left + free.width / 2)
    return [
      { style: { left: 0, width: middle, top: 0, bottom: 0 }, insets: { ...insets, right: SEAM } },
      { style: { left: middle, right: 0, top: 0, bottom: 0 }, insets: { ...insets, left: SEAM } },
    ]
  }
  const middle = Math.round(insets.top + free.height / 2)
  return [
    { style: { top: 0, height: middle, left: 0, right: 0 }, insets: { ...insets, bottom: SEAM } },
    { style: { top: middle, bottom: 0, left: 0, right: 0 }, insets: { ...insets, top: SEAM } },
  ]
}
