import { Vector3 } from 'three'
import { expect, test } from 'vitest'
import { findCriticalPoints } from '../../../src/analysis/critical-points'
import { Arrows } from '../../../src/views/landscape/arrows'
import { HEIGHT } from '../../../src/views/landscape/block'
import {
  addMarks,
  criticalMarks,
  HIDDEN_ALPHA,
  hideMarks,
  markSize,
  samePlace,
} from '../../../src/views/landscape/critical-marks'
import { addSketch } from '../../../src/views/landscape/sketch-lines'
import { fillSlopeField } from '../../../src/views/landscape/slope-field'
import { Sprites, shapeIds } from '../../../src/views/landscape/sprites'
import { createPlace, placeAt } from '../../../src/views/landscape/walk'
import { addPrincipalDirections } from '../../../src/views/landscape/walker-arrows'
import { addWalkers, hasBadge } from '../../../src/views/landscape/walker-marks'
import { ground, walkThrough } from './fixtures'

const shapesOf = ({ geometry }: Sprites) =>
  Array.from({ length: geometry.drawRange.count / 6 }, (_, n) => geometry.getAttribute('look').getX(4 * n))

const alphasOf = ({ geometry }: Sprites) =>
  Array.from({ length: geometry.drawRange.count / 6 }, (_, n) => geometry.getAttribute('offset').getZ(4 * n))

const endsOf = ({ geometry }: Arrows) =>
  Array.from({ length: geometry.drawRange.count / 6 }, (_, n) => {
    const [from, to] = [geometry.getAttribute('position'), geometry.getAttribute('tip')]
    return {
      from: new Vector3().fromBufferAttribute(from as never, 4 * n),
      to: new Vector3().fromBufferAttribute(to as never, 4 * n),
      head: geometry.getAttribute('style').getY(4 * n),
    }
  })

test('sprites grow when there are more than expected, and keep what was added before', () => {
  const sprites = new Sprites(2)
  sprites.begin()
  for (let n = 0; n < 9; n++) sprites.add('star', n, 0, 0, 8, [1, 0, 0], 1)
  sprites.add('star', 0, 0, 0, 8, [1, 0, 0], 0)
  sprites.end()
  const position = sprites.geometry.getAttribute('position')
  expect(Array.from({ length: 9 }, (_, n) => position.getX(4 * n + 3))).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8])
  expect(sprites.geometry.drawRange.count).toBe(54)
})

test('arrows grow too', () => {
  const arrows = new Arrows(1)
  arrows.begin()
  for (let n = 0; n < 5; n++) arrows.add(n, 0, 0, n, 1, 0, [1, 1, 1], 1, 2, 8)
  arrows.end()
  expect(endsOf(arrows).map(({ to }) => to.x)).toEqual([0, 1, 2, 3, 4])
})

test('critical points stand on the ground with the mark of their kind; hidden ones are faint unless they stand out', () => {
  const { surface, block } = ground('(x^2 + y - 11)^2 + (x + y^2 - 7)^2', { x: [-5, 5], y: [-5, 5] }, 129)
  const { points } = findCriticalPoints(surface)
  const marks = criticalMarks(block, points)
  expect(marks).toHaveLength(9)
  for (const { point, y } of marks) expect(y).toBeCloseTo(block.mapping.toUnit(point.value) * HEIGHT, 2)
  // From low in the south the rims hide the southern valleys.
  hideMarks(marks, block, new Vector3(0, 0.7, 5))
  const hidden = marks.filter((mark) => mark.hidden)
  expect(hidden.length).toBeGreaterThan(0)
  expect(hidden.length).toBeLessThan(9)
  const sprites = new Sprites()
  sprites.begin()
  addMarks(sprites, marks, 9, (mark) => mark === hidden[0])
  sprites.end()
  expect(shapesOf(sprites)).toEqual(points.map(({ kind }) => shapeIds[kind]))
  const faint = alphasOf(sprites).filter((alpha) => Math.abs(alpha - HIDDEN_ALPHA) < 1e-6)
  expect(faint).toHaveLength(hidden.length - 1)
  hideMarks(marks, block, new Vector3(0, 9, 0.01))
  expect(marks.some((mark) => mark.hidden)).toBe(false)
})

test('places are compared as seen on the block, whatever the domain', () => {
  const { block } = ground('x + y', { x: [0, 1e6], y: [0, 1e-6] }, 9)
  expect(samePlace(block, { x: 10, y: 0 }, { x: 20, y: 0 })).toBe(true)
  expect(samePlace(block, { x: 10, y: 0 }, { x: 10, y: 2e-7 })).toBe(false)
})

test('marks shrink in a crowd and in a small picture', () => {
  expect(markSize(9, 640)).toBeGreaterThan(markSize(100, 640))
  expect(markSize(9, 640)).toBeGreaterThan(markSize(9, 380))
  expect(markSize(10_000, 100)).toBeGreaterThan(3)
})

test("a saddle's ways down lead down and its ways up lead up", () => {
  const { surface, block } = ground('x^2 - y^2')
  const [saddle] = findCriticalPoints(surface).points
  const arrows = new Arrows()
  arrows.begin()
  addPrincipalDirections(arrows, block, saddle!)
  arrows.end()
  const middle = block.mapping.toUnit(0) * HEIGHT
  const tips = endsOf(arrows).filter(({ head }) => head > 0)
  expect(tips).toHaveLength(4)
  const alongY = tips.filter(({ to }) => Math.abs(to.z) > Math.abs(to.x))
  expect(alongY).toHaveLength(2)
  for (const { to } of tips) expect(Math.sign(to.y - middle)).toBe(alongY.some((tip) => tip.to === to) ? -1 : 1)
})

test('the slope field points downhill everywhere, lies on the ground and leaves out level ground and holes', () => {
  const { block } = ground('log(x) + y^2', { x: [-1, 3], y: [-1, 1] }, 129)
  const arrows = new Arrows()
  fillSlopeField(arrows, block)
  const all = endsOf(arrows)
  expect(all.length).toBeGreaterThan(50)
  for (const { from, to } of all) {
    expect(to.y).toBeLessThan(from.y)
    expect(Math.min(from.x, to.x)).toBeGreaterThan(-0.52)
  }
  const level = ground('3 + 0 x')
  fillSlopeField(arrows, level.block)
  expect(endsOf(arrows)).toHaveLength(0)
})

const run = { optimizer: 'SGD', start: [0, 0], hyperparameters: {}, maximize: false } as const

test('a badge appears when the outcome has happened, not before', () => {
  const { block, height } = ground('x^2 + y^2')
  const trajectory = walkThrough(
    [
      [1, 0],
      [0.5, 0],
      [0, 0],
      [0, 0],
    ],
    [],
    'converged',
    2,
  )
  const climber = { run, spec: null, trajectory, problem: null }
  const place = createPlace()
  const badgeAt = (step: number) => {
    placeAt(block, trajectory, height, step, place)
    return hasBadge(climber, place)
  }
  expect([0, 1.9, 2, 3].map(badgeAt)).toEqual([false, false, true, true])
  const sprites = new Sprites()
  sprites.begin()
  addWalkers(sprites, block, new Vector3(0, 5, 5), [climber], [place], 0)
  sprites.end()
  expect(shapesOf(sprites)).toEqual([shapeIds.circle, shapeIds.converged])
})

test('a climber whose numbers blew up wears her badge on the last place that was finite', () => {
  const { block, height } = ground('x^2 + y^2')
  const trajectory = walkThrough(
    [
      [1, 0],
      [-1.5, 0],
      [Number.NaN, 0],
    ],
    [],
    'diverged',
    2,
  )
  const place = createPlace()
  placeAt(block, trajectory, height, 2, place)
  expect(hasBadge({ run, spec: null, trajectory, problem: null }, place)).toBe(true)
  placeAt(block, trajectory, height, 0.5, place)
  expect(hasBadge({ run, spec: null, trajectory, problem: null }, place)).toBe(false)
})

test.each([
  ['points', 0, 3],
  ['path', 2, 3],
  ['closed', 3, 3],
  ['trail', 2, 1],
] as const)('a sketch of %s has %i strokes and %i dots, all on the ground', (kind, strokes, dots) => {
  const { block } = ground('x^2 + y^2')
  const [arrows, sprites] = [new Arrows(), new Sprites()]
  arrows.begin()
  sprites.begin()
  const xy = Float64Array.of(0, 0, 0.04, 0, 0, 0.04)
  addSketch(arrows, sprites, block, new Vector3(0, 5, 5), { climber: 1, kind, xy })
  arrows.end()
  sprites.end()
  // Each stroke is short enough to be a single piece, but for the slanted one.
  expect(endsOf(arrows).length).toBeGreaterThanOrEqual(strokes)
  expect(shapesOf(sprites)).toEqual(Array.from({ length: dots }, () => shapeIds.dot))
})

test('a trust circle runs around its middle at its radius', () => {
  const { block } = ground('x + 0 y')
  const [arrows, sprites] = [new Arrows(), new Sprites()]
  arrows.begin()
  addSketch(arrows, sprites, block, new Vector3(0, 5, 5), {
    climber: 0,
    kind: 'circle',
    xy: Float64Array.of(0.5, 0.5),
    radius: 0.4,
  })
  arrows.end()
  for (const { from } of endsOf(arrows)) expect(Math.hypot(2 * from.x - 0.5, -2 * from.z - 0.5)).toBeCloseTo(0.4, 2)
})
