import { expect, test } from 'vitest'
import { NameLayout } from '../../../src/views/landscape/name-layout'

const box = { halfWidth: 30, halfHeight: 8 }
const place = () => ({ dx: 0, dy: 0, shown: false })

test('alone, a name stands to the right of its head', () => {
  const layout = new NameLayout()
  layout.begin(800, 600)
  layout.avoid(100, 100, 8, 8)
  const out = place()
  layout.place(0, 100, 100, 13, box, out)
  expect(out).toEqual({ dx: 43, dy: 0, shown: true })
})

test('names cover neither heads nor each other', () => {
  const layout = new NameLayout()
  const heads = [
    [100, 100],
    [130, 104],
    [118, 120],
  ] as const
  layout.begin(800, 600)
  for (const [x, y] of heads) layout.avoid(x, y, 8, 8)
  const names = heads.map(([x, y], n) => {
    const out = place()
    layout.place(n, x, y, 13, box, out)
    return { ...out, x: x + out.dx, y: y - out.dy }
  })
  const shown = names.filter((name) => name.shown)
  expect(shown.length).toBeGreaterThan(1)
  for (const a of shown) {
    for (const [x, y] of heads) expect(Math.abs(a.x - x) >= 38 || Math.abs(a.y - y) >= 16).toBe(true)
    for (const b of shown) {
      if (a !== b) expect(Math.abs(a.x - b.x) >= 60 || Math.abs(a.y - b.y) >= 16).toBe(true)
    }
  }
})

/** A layout whose name 0, of the head at (100, 100), had to move to the left. */
function movedToTheLeft() {
  const layout = new NameLayout()
  const out = place()
  layout.begin(800, 600)
  layout.avoid(140, 100, 8, 8)
  layout.place(0, 100, 100, 13, box, out)
  expect(out.dx).toBe(-43)
  return { layout, out }
}

test('a name that had to move stays on its new side while it stands well there', () => {
  const { layout, out } = movedToTheLeft()
  layout.begin(800, 600)
  layout.place(0, 100, 100, 13, box, out)
  expect(out.dx).toBe(-43)
})

test('where there is no room a name is left out', () => {
  const layout = new NameLayout()
  const out = place()
  layout.begin(800, 600)
  layout.avoid(100, 100, 200, 200)
  layout.place(0, 100, 100, 13, box, out)
  expect(out.shown).toBe(false)
})

test('a name does not run out of the picture', () => {
  const layout = new NameLayout()
  const out = place()
  layout.begin(800, 600)
  layout.place(0, 790, 300, 13, box, out)
  expect(out).toMatchObject({ dx: -43, shown: true })
  layout.place(1, 20, 590, 13, box, out)
  expect(out).toMatchObject({ dx: 43, shown: true })
})

test('a name whose head has jumped is placed afresh', () => {
  const { layout, out } = movedToTheLeft()
  layout.begin(800, 600)
  layout.place(0, 300, 100, 13, box, out)
  expect(out.dx).toBe(43)
})
