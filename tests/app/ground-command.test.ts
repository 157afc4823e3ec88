import { describe, expect, it } from 'vitest'
import { groundCommand } from '../../src/app/ground/ground-command'

describe('keys of the ground', () => {
  it('turns by arrows, and moves the cross-hair with Shift', () => {
    expect(groundCommand('ArrowRight', false)).toMatchObject({ kind: 'orbit', elevation: 0 })
    expect(groundCommand('ArrowUp', true)).toMatchObject({ kind: 'move', x: 0 })
  })

  it('goes back by the opposite key', () => {
    const zooms = ['+', '-'].map((key) => groundCommand(key, false))
    expect(zooms.map((zoom) => (zoom?.kind === 'zoom' ? zoom.factor : 0)).reduce((a, b) => a * b)).toBeCloseTo(1, 12)
    const turns = ['ArrowLeft', 'ArrowRight', 'ArrowUp', 'ArrowDown'].map((key) => groundCommand(key, false))
    const sum = (name: 'azimuth' | 'elevation') =>
      turns.reduce((total, turn) => total + (turn?.kind === 'orbit' ? turn[name] : Number.NaN), 0)
    expect([sum('azimuth'), sum('elevation')]).toEqual([0, 0])
  })

  it.each([
    ['Enter', 'release'],
    ['0', 'reset'],
    ['=', 'zoom'],
  ])('%s: %s', (key, kind) => {
    expect(groundCommand(key, false)?.kind).toBe(kind)
  })

  it('leaves all other keys to the page', () => {
    for (const key of [' ', 'r', '?', 'Tab', 'Home', 'Escape']) expect(groundCommand(key, false)).toBeNull()
  })
})
