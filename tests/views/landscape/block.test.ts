import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  domainX,
  domainY,
  HEIGHT,
  meshUnit,
  scaleX,
  scaleZ,
  smoothUnit,
  worldX,
  worldZ,
} from '../../../src/views/landscape/block'
import { blockGeometry } from '../../../src/views/landscape/block-geometry'
import { ground } from './fixtures'

test('the longer side is two units, and proportions beyond two to one are softened', () => {
  const sides = (x: [number, number], y: [number, number]) => {
    const { block } = ground('x + y', { x, y }, 9)
    return [block.halfX, block.halfZ]
  }
  expect(sides([-1, 1], [-1, 1])).toEqual([1, 1])
  expect(sides([0, 3], [0, 2])).toEqual([1, 2 / 3])
  expect(sides([0, 1], [0, 100])).toEqual([0.5, 1])
  expect(sides([0, 100], [0, 1])).toEqual([1, 0.5])
})

test('places go into the world and back; north is away from the viewer', () => {
  const { block } = ground('x', { x: [-3, 5], y: [1, 2] }, 9)
  fc.assert(
    fc.property(fc.double({ min: -3, max: 5, noNaN: true }), fc.double({ min: 1, max: 2, noNaN: true }), (x, y) => {
      expect(domainX(block, worldX(block, x))).toBeCloseTo(x, 12)
      expect(domainY(block, worldZ(block, y))).toBeCloseTo(y, 12)
    }),
  )
  expect(worldZ(block, 2)).toBeLessThan(worldZ(block, 1))
  expect(worldX(block, 1 + 0.5) - worldX(block, 1)).toBeCloseTo(0.5 * scaleX(block), 12)
  expect(worldZ(block, 1) - worldZ(block, 1.25)).toBeCloseTo(0.25 * scaleZ(block), 12)
})

test('the smooth height is exact for quadratics between the samples', () => {
  const { block, height } = ground('x^2 - 0.7 x y + 0.3 y^2 + x', undefined, 17)
  fc.assert(
    fc.property(fc.double({ min: -2, max: 2, noNaN: true }), fc.double({ min: -2, max: 2, noNaN: true }), (x, y) => {
      const exact = block.mapping.toUnit(height(x, y))
      // Single precision, a 17 x 17 grid.
      expect(smoothUnit(block, worldX(block, x), worldZ(block, y))).toBeCloseTo(exact, 4)
    }),
  )
})

test('smooth height and triangles meet the samples and end at the borders', () => {
  const { block } = ground('sin(3 x) + cos(2 y)', undefined, 33)
  for (const [i, j] of [
    [0, 0],
    [32, 0],
    [7, 19],
    [32, 32],
  ] as const) {
    const [X, Z] = [(i / 32 - 0.5) * 2, (0.5 - j / 32) * 2]
    const unit = block.texels[4 * (j * 33 + i)]!
    expect(smoothUnit(block, X, Z)).toBeCloseTo(unit, 5)
    expect(meshUnit(block, X, Z)).toBeCloseTo(unit, 5)
  }
  for (const [X, Z] of [
    [1.01, 0],
    [0, -1.01],
    [Number.NaN, 0],
  ] as const) {
    expect(smoothUnit(block, X, Z)).toBeNaN()
    expect(meshUnit(block, X, Z)).toBeNaN()
  }
})

test('the height of the triangles is the one that the mesh draws', () => {
  const { block } = ground('sin(3 x) cos(2 y)', undefined, 9)
  const geometry = blockGeometry(9)
  const position = geometry.getAttribute('position')
  const index = geometry.getIndex()!
  const vertex = (n: number) => {
    const k = index.getX(n)
    return { X: (position.getX(k) - 0.5) * 2, Z: (0.5 - position.getY(k)) * 2, unit: block.texels[4 * k]! }
  }
  // The ground's triangles come first, two a cell.
  for (let triangle = 0; triangle < 2 * 8 * 8; triangle++) {
    const [a, b, c] = [vertex(3 * triangle), vertex(3 * triangle + 1), vertex(3 * triangle + 2)]
    const mean = (read: (v: typeof a) => number) => 0.5 * read(a) + 0.3 * read(b) + 0.2 * read(c)
    expect(
      meshUnit(
        block,
        mean((v) => v.X),
        mean((v) => v.Z),
      ),
    ).toBeCloseTo(
      mean((v) => v.unit),
      5,
    )
  }
})

test('holes have no height, and their borders are not torn down', () => {
  const { block } = ground('log(x)', { x: [-1, 3], y: [-1, 1] }, 65)
  expect(smoothUnit(block, worldX(block, -0.5), 0)).toBeNaN()
  expect(Number.isFinite(smoothUnit(block, worldX(block, 1), 0))).toBe(true)
  const { size } = block.field
  const row = Array.from({ length: size }, (_, i) => block.texels.subarray(4 * i, 4 * i + 4))
  const first = row.findIndex((texel) => texel[3] === 1)
  expect(row[first - 1]![3]).toBe(0)
  expect(row[first - 1]![0]).toBeCloseTo(row[first]![0]!, 6)
})

test('slopes that shoot past the neighbours are cut, and an infinite gradient is not believed', () => {
  const { block } = ground('sqrt(abs(x)) + sin(80 y) / 50', undefined, 33)
  const { size } = block.field
  for (let j = 1; j < size - 1; j++) {
    for (let i = 1; i < size - 1; i++) {
      const k = 4 * (j * size + i)
      const here = block.texels[k]!
      const rise = Math.max(Math.abs(block.texels[k + 4]! - here), Math.abs(block.texels[k - 4]! - here))
      expect(Math.abs(block.texels[k + 1]!)).toBeLessThanOrEqual(1.6 * rise + 1e-6)
    }
  }
})

test('a pole ends in a plateau above the block', () => {
  const { block } = ground('1 / (x^2 + y^2)', undefined, 64)
  const top = smoothUnit(block, 0, 0)
  expect(top).toBeGreaterThan(0.9)
  expect(top * HEIGHT).toBeLessThan(HEIGHT * 1.1)
})
