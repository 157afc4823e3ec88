import { expect, test } from 'vitest'
import { climber, onScene } from './fixtures'

interface Printed {
  readonly size: number
  readonly optimizer: string
  readonly minima: readonly { readonly x: number; readonly y: number; readonly value: number; readonly kind: string }[]
  readonly labels: readonly (readonly number[])[]
  readonly diverged: number
  readonly undecided: number
}

const himmelblau = {
  surface: 'himmelblau',
  runs: [
    { optimizer: 'SGD', hyperparameters: { lr: 0.01 } },
    { optimizer: 'SGD', hyperparameters: { lr: 0.01 }, maximize: true },
    { optimizer: 'SGD', hyperparameters: { lr: 10 } },
  ],
  steps: 100,
}
const mapped = async (args: readonly string[], scene: object = himmelblau) => {
  const { status, out, err } = await onScene(['basins', ...args], scene)
  expect({ status, err }).toEqual({ status: 0, err: '' })
  return JSON.parse(out) as Printed
}

test('prints rows of labels from the low end, and the minima that they name', async () => {
  const { size, optimizer, minima, labels } = await mapped(['--size', '6'])
  expect({ size, optimizer, rows: labels.map((row) => row.length) }).toEqual({
    size: 6,
    optimizer: 'SGD',
    rows: [6, 6, 6, 6, 6, 6],
  })
  expect(minima.map(({ kind }) => kind)).toEqual(['minimum', 'minimum', 'minimum', 'minimum'])
  // The corners: each lies in the basin of the minimum of its own quadrant.
  const corners = [labels[0]![0]!, labels[0]![5]!, labels[5]![0]!, labels[5]![5]!].map((label) => minima[label]!)
  expect(corners.map(({ x, y }) => [Math.sign(x), Math.sign(y)])).toEqual([
    [-1, -1],
    [1, -1],
    [-1, 1],
    [1, 1],
  ])
})

test('--run takes another run: who climbs reaches summits, or diverges', async () => {
  const { minima, labels, diverged } = await mapped(['--size', '4', '--run', '1'])
  expect(minima.map(({ kind }) => kind)).toEqual(['maximum'])
  expect(new Set(labels.flat())).toEqual(new Set([0, diverged]))
  const wild = await mapped(['--size', '4', '--run', '2'])
  expect(new Set(wild.labels.flat())).toEqual(new Set([wild.diverged]))
})

test('a surface without minima has labels all the same', async () => {
  const plane = { surface: { formula: 'x + 2y' }, runs: [{ optimizer: 'SGD' }], steps: 5 }
  const { minima, labels, undecided } = await mapped(['--size', '2'], plane)
  expect(minima).toEqual([])
  expect(labels).toEqual([
    [undecided, undecided],
    [undecided, undecided],
  ])
})

test.each([
  [['--size', '0'], '--size must be a whole number from 1 to 4096, not "0"'],
  [['--size', '1e3'], '--size must be a whole number from 1 to 4096, not "1e3"'],
  [['--run', '3'], '--run must be a whole number from 0 to 2, not "3"'],
])('basins %j is refused', async (args, message) => {
  const { status, out, err } = await onScene(['basins', ...args], himmelblau)
  expect({ status, out }).toEqual({ status: 2, out: '' })
  expect(err).toBe(`climber: ${message}\n`)
})

test('a scene without runs is refused; --size belongs to basins', async () => {
  const { status, err } = await onScene(['basins'], { surface: 'sphere', runs: [] })
  expect(status).toBe(2)
  expect(err).toContain('runs: there is none whose basins to map')
  expect((await climber(['run', 'a.json', '--size', '3'])).err).toContain('belong to climber basins')
})
