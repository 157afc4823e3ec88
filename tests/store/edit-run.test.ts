import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { SceneRun } from '../../src/scene/types'
import { withNoise, withSeed, withWrappers } from '../../src/store/edit-run'

const run: SceneRun = {
  optimizer: 'SGD',
  start: [1, 2],
  hyperparameters: { lr: 0.1, sam_rho: 0.2, lookahead_k: 3 },
  maximize: false,
  wrappers: ['SAM', 'Lookahead'],
  seed: 4,
}

test('a wrapper takes the values that it was given with it', () => {
  expect(withWrappers(run, ['SAM'])).toEqual({
    ...run,
    wrappers: ['SAM'],
    hyperparameters: { lr: 0.1, sam_rho: 0.2 },
  })
  const bare = withWrappers(run, [])
  expect(bare.hyperparameters).toEqual({ lr: 0.1 })
  expect(bare).not.toHaveProperty('wrappers')
})

test('wrappers that only change places keep their values', () => {
  const swapped = withWrappers(run, ['Lookahead', 'SAM'])
  expect(swapped).toEqual({ ...run, wrappers: ['Lookahead', 'SAM'] })
})

test('a hyperparameter that only looks like a wrapper’s stays when the wrapper was never there', () => {
  const typed: SceneRun = { ...run, wrappers: ['Lookahead'], hyperparameters: { sam_rho: 1 } }
  expect(withWrappers(typed, []).hyperparameters).toEqual({ sam_rho: 1 })
})

test('noise comes and goes, and the seed stays', () => {
  const noisy = withNoise(run, { kind: 'gaussian', scale: 2 })
  expect(noisy).toEqual({ ...run, noise: { kind: 'gaussian', scale: 2 } })
  expect(withNoise(noisy, undefined)).toEqual(run)
})

test('any whole number of 32 bits is a seed; 0 is what a run has that says none', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 2 ** 32 - 1 }), (seed) => {
      expect(withSeed(run, seed).seed).toBe(seed)
    }),
  )
  expect(withSeed(run, 0)).not.toHaveProperty('seed')
  for (const bad of [-1, 0.5, 2 ** 32, Number.NaN]) expect(withSeed(run, bad)).toBe(run)
})
