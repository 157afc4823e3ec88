import { type Block, domainX, domainY, worldX, worldZ } from '../landscape/block'
import type { Insets } from '../landscape/props'

/** What part of the sheet is seen: the place at the cross-hair in world units (see `Block`), and the magnification. */
export interface MapPose {
  readonly x: number
  readonly z: number
  /** 1 fits the whole sheet into the free rectangle. */
  readonly zoom: number
}

export const WHOLE: MapPose = { x: 0, z: 0, zoom: 1 }

export const ZOOM = { least: 0.5, most: 400 } as const

export interface Size {
  readonly width: number
  readonly height: number
}

/** Where everything lies on the canvas, in CSS pixels from its left and top edge. */
export interface Frame {
  readonly block: Block
  readonly size: Size
  readonly pose: MapPose
  /** The middle of what the panels leave free. */
  readonly centre: { readonly x: number; readonly y: number }
  /** Pixels a world unit. */
  readonly scale: number
  /** The part of the canvas that no panel covers. */
  readonly free: Box
  /** The part of it that the sheet may fill, beside the numbers. */
  readonly room: Box
  /** The whole sheet, also where it is beyond the canvas. */
  readonly sheet: Box
}

export interface Box {
  readonly left: number
  readonly top: number
  readonly right: number
  readonly bottom: number
}

/** Room beside the sheet for numbers and the axes' names. */
const MARGIN = { left: 54, right: 22, top: 16, bottom: 48 } as const
/** Where there is little room, the rest gets less of it. */
const NARROW = 420
const NARROW_MARGIN = { ...MARGIN, right: 14, top: 10 } as const

export function frameOf(block: Block, size: Size, insets: Insets, wanted: MapPose): Frame {
  const free = {
    left: insets.left,
    top: insets.top,
    right: Math.max(size.width - insets.right, insets.left + 60),
    bottom: Math.max(size.height - insets.bottom, insets.top + 60),
  }
  const margin = Math.min(free.right - free.left, free.bottom - free.top) < NARROW ? NARROW_MARGIN : MARGIN
  const room = {
    left: free.left + margin.left,
    top: free.top + margin.top,
    right: Math.max(free.right - margin.right, free.left + margin.left + 40),
    bottom: Math.max(free.bottom - margin.bottom, free.top + margin.top + 40),
  }
  const [width, height] = [room.right - room.left, room.bottom - room.top]
  const centre = { x: room.left + width / 2, y: room.top + height / 2 }
  const fit = Math.min(width / (2 * block.halfX), height / (2 * block.halfZ))
  const pose = clampPose(block, wanted)
  const scale = fit * pose.zoom
  const x = centre.x - pose.x * scale
  const y = centre.y - pose.z * scale
  const sheet = {
    left: x - block.halfX * scale,
    top: y - block.halfZ * scale,
    right: x + block.halfX * scale,
    bottom: y + block.halfZ * scale,
  }
  return { block, size, pose, centre, scale, free, room, sheet }
}

/** The cross-hair stays on the sheet, so that nobody gets lost beside it. */
export function clampPose({ halfX, halfZ }: Pick<Block, 'halfX' | 'halfZ'>, pose: MapPose): MapPose {
  return {
    x: Math.min(Math.max(pose.x, -halfX), halfX),
    z: Math.min(Math.max(pose.z, -halfZ), halfZ),
    zoom: Math.min(Math.max(pose.zoom, ZOOM.least), ZOOM.most),
  }
}

/** Pixels of a place of the world. */
export const pixelX = ({ centre, pose, scale }: Frame, worldX: number) => centre.x + (worldX - pose.x) * scale
export const pixelY = ({ centre, pose, scale }: Frame, worldZ: number) => centre.y + (worldZ - pose.z) * scale

/** Pixels of a place of the domain. */
export const toPixelX = (frame: Frame, x: number) => pixelX(frame, worldX(frame.block, x))
export const toPixelY = (frame: Frame, y: number) => pixelY(frame, worldZ(frame.block, y))

/** The place of the domain under a pixel, also beyond the sheet. */
export const fromPixelX = ({ block, centre, pose, scale }: Frame, x: number) =>
  domainX(block, pose.x + (x - centre.x) / scale)
export const fromPixelY = ({ block, centre, pose, scale }: Frame, y: number) =>
  domainY(block, pose.z + (y - centre.y) / scale)

/** The place of the domain under a pixel; undefined beside the sheet. */
export function placeUnder(frame: Frame, x: number, y: number): { x: number; y: number } | undefined {
  const { left, right, top, bottom } = frame.sheet
  if (!(x >= left && x <= right && y >= top && y <= bottom)) return undefined
  return { x: fromPixelX(frame, x), y: fromPixelY(frame, y) }
}

/** The pose after a drag by so many pixels. */
export const panned = ({ block, pose, scale }: Frame, dx: number, dy: number): MapPose =>
  clampPose(block, { ...pose, x: pose.x - dx / scale, z: pose.z - dy / scale })

/** The pose nearer by `factor`; what lies at pixel (x, y) stays there. */
export function zoomed({ block, pose, scale, centre }: Frame, factor: number, x: number, y: number): MapPose {
  const zoom = Math.min(Math.max(pose.zoom * factor, ZOOM.least), ZOOM.most)
  const kept = pose.zoom / zoom
  return clampPose(block, {
    x: pose.x + ((x - centre.x) / scale) * (1 - kept),
    z: pose.z + ((y - centre.y) / scale) * (1 - kept),
    zoom,
  })
}

/** Part of the way from one pose to another, the magnification in proportion. */
export function between(from: MapPose, to: MapPose, t: number): MapPose {
  const zoom = from.zoom * (to.zoom / from.zoom) ** t
  return { x: from.x + (to.x - from.x) * t, z: from.z + (to.z - from.z) * t, zoom }
}
