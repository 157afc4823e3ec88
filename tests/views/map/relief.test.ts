import { expect, test } from 'vitest'
import { colormap, sample } from '../../../src/views/colormap'
import { type Block, smoothUnit } from '../../../src/views/landscape/block'
import { paintRelief, type ReliefView } from '../../../src/views/map/relief'
import type { Overlay } from '../../../src/views/overlays'
import { blockOf } from './fixtures'

const colors = colormap('terrain')

function paint(block: Block, view: ReliefView, overlay: Overlay | null = null): Uint8ClampedArray {
  const painting = paintRelief(block, colors, overlay, view)
  let result = painting.next()
  while (!result.done) result = painting.next()
  return result.value
}

const whole = (side: number, line = 0): ReliefView => ({
  sheetWidth: side,
  sheetHeight: side,
  left: 0,
  top: 0,
  width: side,
  height: side,
  line,
})

const at = (pixels: Uint8ClampedArray, side: number, x: number, y: number) => [
  ...pixels.slice(4 * (y * side + x), 4 * (y * side + x) + 4),
]

/** Direction of a colour in linear light, which shading does not change. */
function hue([r, g, b]: readonly number[]): number[] {
  const linear = [r!, g!, b!].map((byte) => (byte / 255) ** 2.2)
  const length = Math.hypot(...linear)
  return linear.map((channel) => channel / length)
}

test('every pixel has the level colour of the ground under it, lighter or darker by the light', () => {
  const block = blockOf('sin(2 x) + cos(3 y)')
  const side = 120
  const pixels = paint(block, whole(side))
  for (const [px, py] of [
    [5, 7],
    [60, 60],
    [90, 20],
    [30, 110],
  ] as const) {
    const [X, Z] = [((px + 0.5) / side - 0.5) * 2, ((py + 0.5) / side - 0.5) * 2]
    const expected = hue(sample(colors, smoothUnit(block, X, Z)))
    const painted = at(pixels, side, px, py)
    hue(painted).forEach((channel, k) => {
      expect(channel).toBeCloseTo(expected[k]!, 1)
    })
    expect(painted[3]).toBe(255)
  }
})

test('a window shows the same pixels as the whole', () => {
  const block = blockOf('x^2 - y^3 + x y')
  const all = paint(block, whole(100, 1))
  const part = paint(block, { ...whole(100, 1), left: 40, top: 25, width: 20, height: 30 })
  for (let y = 0; y < 30; y++) {
    for (let x = 0; x < 20; x++) expect(at(part, 20, x, y)).toEqual(at(all, 100, 40 + x, 25 + y))
  }
})

test('slopes that face the upper left are lighter than those that face away', () => {
  const side = 100
  const brightness = (formula: string) => {
    const pixels = paint(blockOf(formula), whole(side))
    return at(pixels, side, 50, 50)
      .slice(0, 3)
      .reduce((sum, channel) => sum + channel, 0)
  }
  // The level in the middle is the same; falling towards the upper left is falling with x - y.
  expect(brightness('x - y')).toBeGreaterThan(brightness('y - x') + 20)
})

test('isolines lie where the height is one of the levels, and only there', () => {
  const block = blockOf('x')
  const side = 400
  const plain = paint(block, whole(side, 0))
  const lined = paint(block, whole(side, 1))
  const inked = Array.from({ length: side }, (_, x) => {
    const [a, b] = [at(plain, side, x, 200), at(lined, side, x, 200)]
    return a.some((channel, k) => Math.abs(channel - b[k]!) > 3)
  })
  const { levels } = block.isolines
  expect(levels.length).toBeGreaterThan(15)
  for (const { unit } of levels) {
    const x = Math.round(unit * side - 0.5)
    if (x > 2 && x < side - 3) expect(inked.slice(x - 1, x + 2)).toContain(true)
  }
  inked.forEach((ink, x) => {
    // The lowest and the highest loss are levels too, on the borders.
    if (ink)
      expect(Math.min(x, side - 1 - x, ...levels.map(({ unit }) => Math.abs(unit * side - 0.5 - x)))).toBeLessThan(1.6)
  })
})

test('every fifth isoline is stronger', () => {
  const block = blockOf('x')
  const side = 800
  const plain = paint(block, whole(side, 0))
  const lined = paint(block, whole(side, 1))
  const inkOf = (unit: number) => {
    const x = Math.round(unit * side - 0.5)
    return Math.max(
      ...[-1, 0, 1].map((d) => Math.abs(at(plain, side, x + d, 400)[1]! - at(lined, side, x + d, 400)[1]!)),
    )
  }
  const inner = block.isolines.levels.filter(({ unit }) => unit > 0.3 && unit < 0.98)
  const weakest = Math.min(...inner.filter(({ major }) => major).map(({ unit }) => inkOf(unit)))
  const strongest = Math.max(...inner.filter(({ major }) => !major).map(({ unit }) => inkOf(unit)))
  expect(weakest).toBeGreaterThan(strongest)
})

test('where lines would run together they fade away', () => {
  const block = blockOf('x')
  // 28 lines on 8 pixels.
  expect(paint(block, whole(8, 1))).toEqual(paint(block, whole(8, 0)))
})

test('where the loss has no value there is no ground', () => {
  const side = 80
  const pixels = paint(blockOf('ln(x) + 0 y'), whole(side))
  expect(at(pixels, side, 10, 40)[3]).toBe(0)
  expect(at(pixels, side, 70, 40)[3]).toBe(255)
})

test('an opaque overlay gives its own colour, a transparent one none, each sample its own place', () => {
  const block = blockOf('0 x + 0 y')
  const rgba = new Uint8Array([255, 0, 0, 255, 0, 0, 255, 255, 9, 9, 9, 0, 0, 255, 0, 255])
  const side = 40
  const pixels = paint(block, whole(side), { size: 2, rgba })
  const plain = paint(block, whole(side))
  const [r, g, b] = at(pixels, side, 5, 35)
  expect([r! > 200, g, b]).toEqual([true, 0, 0])
  expect(at(pixels, side, 35, 35)[2]).toBeGreaterThan(200)
  expect(at(pixels, side, 35, 5)[1]).toBeGreaterThan(200)
  expect(at(pixels, side, 5, 5)).toEqual(at(plain, side, 5, 5))
})

test('a smooth overlay blends between its samples', () => {
  const block = blockOf('0 x + 0 y')
  const rgba = new Uint8Array([0, 0, 0, 255, 255, 255, 255, 255, 0, 0, 0, 255, 255, 255, 255, 255])
  const side = 64
  const row = (overlay: Overlay) =>
    Array.from({ length: side }, (_, x) => at(paint(block, whole(side), overlay), side, x, 32)[0]!)
  const smooth = row({ size: 2, rgba, smooth: true })
  expect(new Set(smooth).size).toBeGreaterThan(40)
  expect(smooth).toEqual([...smooth].sort((a, b) => a - b))
  expect(new Set(row({ size: 2, rgba })).size).toBe(2)
})
