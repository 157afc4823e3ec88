import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { parseScene } from '../../src/scene/parse'
import { serialize } from '../../src/scene/serialize'
import { anyScene } from './arbitrary'

test('any scene is read back as it was written, every number to the last bit', () => {
  fc.assert(
    fc.property(anyScene, (scene) => {
      const { scene: read, problems } = parseScene(serialize(scene))
      expect(problems).toEqual([])
      // Object.is semantics: the sign of zero counts.
      expect(read).toStrictEqual(scene)
    }),
  )
})

test('writing is stable: what was read is written in the same words', () => {
  fc.assert(
    fc.property(anyScene, (scene) => {
      const text = serialize(scene)
      expect(serialize(parseScene(text).scene)).toBe(text)
    }),
  )
})

test('a document leaves out defaults and reads well', () => {
  const { scene } = parseScene({
    title: 'Two climbers',
    version: 1,
    surface: 'himmelblau',
    runs: [
      { start: [-0.5, -0.5], optimizer: 'Adam', hyperparameters: { lr: 0.05 }, maximize: false },
      { start: [-0.5, 1e-7], optimizer: 'SGD', maximize: true },
    ],
    steps: 200,
    view: { theme: 'dark' },
  })
  expect(serialize(scene)).toBe(`{
  "version": 1,
  "title": "Two climbers",
  "surface": "himmelblau",
  "runs": [
    { "optimizer": "Adam", "start": [-0.5, -0.5], "hyperparameters": { "lr": 0.05 } },
    { "optimizer": "SGD", "start": [-0.5, 1e-7], "maximize": true }
  ],
  "view": { "theme": "dark" }
}
`)
})
