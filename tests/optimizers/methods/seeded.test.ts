/** Whoever draws lots says so, for pages that offer a seed. */
import { expect, test } from 'vitest'
import { isMethod } from '../../../src/optimizers/optimizer'
import { optimizers } from '../../../src/registry'
import { himmelblau, walk } from './fixtures'

const methods = [...optimizers.values()].filter(isMethod)

test('those that may draw lots are the ones whose walks are known to differ by seed (see chance.test.ts)', () => {
  const seeded = methods.filter((method) => method.seeded === true).map(({ name }) => name)
  expect(seeded.sort()).toEqual(['CoordinateDescent', 'Feel', 'SimulatedAnnealing'])
})

test.each(methods.filter((method) => method.seeded !== true).map(({ name, choices = {} }) => [name, choices] as const))(
  '%s walks the same with any seed, whatever is chosen',
  (name, choices) => {
    const variants = Object.entries(choices).flatMap(([key, values]) => values.map((value) => ({ [key]: value })))
    for (const hyperparameters of [{}, ...variants]) {
      const run = (seed: number) => walk(name, himmelblau, { start: [0.5, 0.5], hyperparameters, steps: 20, seed })
      expect(run(1)).toEqual(run(2))
    }
  },
)
