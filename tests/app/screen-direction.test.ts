import { describe, expect, it } from 'vitest'
import { type Pick, screenDirection } from '../../src/app/ground/screen-direction'

/** A camera straight above, turned by `angle`: pixels to the domain. */
const above =
  (angle: number, scale = 0.01): Pick =>
  (left, top) => ({
    x: scale * (left * Math.cos(angle) - top * Math.sin(angle)),
    y: -scale * (left * Math.sin(angle) + top * Math.cos(angle)),
  })

describe('a direction of the domain on the screen', () => {
  it('is that of a map when seen from above: y goes up', () => {
    expect(screenDirection(above(0), 100, 100, [1, 0])).toBeCloseTo(0, 9)
    expect(screenDirection(above(0), 100, 100, [0, 1])).toBeCloseTo(-Math.PI / 2, 9)
  })

  it('turns against the camera', () => {
    for (const angle of [0.3, 1.2, -2]) {
      expect(screenDirection(above(angle), 40, 70, [1, 0])).toBeCloseTo(-angle, 9)
    }
  })

  it('follows a view that is tilted', () => {
    const tilted: Pick = (left, top) => ({ x: left, y: -2 * top })
    expect(screenDirection(tilted, 0, 0, [1, 1])).toBeCloseTo(Math.atan2(-0.5, 1), 9)
  })

  it('is unknown beside the ground and where the picture is folded', () => {
    expect(screenDirection(() => null, 0, 0, [1, 0])).toBeNull()
    expect(screenDirection((left) => ({ x: left, y: 0 }), 0, 0, [1, 0])).toBeNull()
  })
})
