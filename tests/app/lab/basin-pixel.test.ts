import { describe, expect, it } from 'vitest'
import { cellCentre } from '../../../src/analysis/basins'
import { pixelAt } from '../../../src/app/lab/basin-pixel'

const domain = { x: [-5, 5], y: [0, 2] } as const
const size = 8
const labels = Int32Array.from({ length: size * size }, (_, k) => k)
const map = { size, labels, minima: [] }

describe('the pixel of a basin map under a place', () => {
  it('is that whose climber starts there, for every climber of the map', () => {
    for (let j = 0; j < size; j++) {
      for (let i = 0; i < size; i++) {
        const start = [cellCentre(domain.x, i, size), cellCentre(domain.y, j, size)] as const
        expect(pixelAt(map, domain, ...start)).toEqual({ start, label: j * size + i })
      }
    }
  })

  it.each([
    ['the low corner', -5, 0, 0],
    ['the high corner', 5, 2, size * size - 1],
    ['beyond the low corner', -9, -1, 0],
    ['just left of a border', -3.7500001, 0.1, 0],
    ['on a border', -3.75, 0.1, 1],
  ])('at %s', (_, x, y, label) => {
    expect(pixelAt(map, domain, x, y).label).toBe(label)
  })
})
