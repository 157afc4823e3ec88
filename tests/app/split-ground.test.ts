import { describe, expect, it } from 'vitest'
import { splitGround } from '../../src/app/ground/split-ground'

describe('landscape and map side by side', () => {
  it('stand left and right in a wide room, each with half of what the panels leave', () => {
    const insets = { left: 320, right: 200, top: 60, bottom: 100 }
    const [first, second] = splitGround({ width: 1920, height: 900 }, insets)
    expect(first.style.width).toBe(second.style.left)
    const left = Number(first.style.width) - first.insets.left
    const right = 1920 - Number(second.style.left) - second.insets.right
    expect(left).toBe(right)
    expect([first.insets.top, second.insets.bottom]).toEqual([60, 100])
  })

  it('stand one over the other in a narrow room', () => {
    const insets = { left: 0, right: 0, top: 52, bottom: 0 }
    const [first, second] = splitGround({ width: 390, height: 422 }, insets)
    expect(first.style.height).toBe(second.style.top)
    expect(Number(first.style.height) - first.insets.top).toBe(422 - Number(second.style.top))
  })
})
