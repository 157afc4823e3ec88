import type { LandscapeHandle } from '../landscape/props'
import { type Frame, fromPixelX, fromPixelY, placeUnder } from './frame'
import type { MapPainter } from './painter'

/** Degrees of a turn that move the map by all of its free width. */
const TURN = 60

/** What the page may ask of a map: turns of the camera are moves of the sheet. */
export function mapHandle(painter: () => MapPainter | null, host: () => HTMLElement | null): LandscapeHandle {
  const frame = () => painter()?.frame
  return {
    orbit: (azimuth, elevation) =>
      painter()?.goTo((pose, { free, scale }) => ({
        ...pose,
        x: pose.x + ((azimuth / TURN) * (free.right - free.left)) / scale,
        z: pose.z - ((elevation / TURN) * (free.bottom - free.top)) / scale,
      })),
    zoom: (factor) => painter()?.goTo((pose) => ({ ...pose, zoom: pose.zoom * factor })),
    flyTo: (x, y) => painter()?.flyTo(x, y),
    reset: () => painter()?.reset(),
    pickAt: (clientX, clientY) => {
      const box = host()?.getBoundingClientRect()
      const now = frame()
      return box && now ? (placeUnder(now, clientX - box.left, clientY - box.top) ?? null) : null
    },
    pickCentre: () => {
      const now = frame()
      return now === undefined ? null : placeAtCentre(now)
    },
    centre: () => ({ ...(frame()?.centre ?? { x: 0, y: 0 }) }),
    setSwarm: (swarm) => painter()?.setSwarm(swarm),
    toBlob: ({ scale = 1, type = 'image/png' } = {}) =>
      new Promise((resolve, reject) => {
        const picture = painter()?.picture(scale)
        if (picture === undefined) reject(new Error('there is no map to make a picture of'))
        else
          picture.toBlob((blob) => {
            if (blob !== null) resolve(blob)
            else
              reject(
                new Error(
                  `this browser cannot make a picture of ${picture.width} × ${picture.height} pixels as ${type}`,
                ),
              )
          }, type)
      }),
  }
}

/** The cross-hair never leaves the sheet, but rounding may put it a hair beside its border. */
function placeAtCentre(frame: Frame): { x: number; y: number } {
  const { x, y } = frame.block.surface.domain
  const within = (value: number, [low, high]: readonly [number, number]) => Math.min(Math.max(value, low), high)
  return { x: within(fromPixelX(frame, frame.centre.x), x), y: within(fromPixelY(frame, frame.centre.y), y) }
}
