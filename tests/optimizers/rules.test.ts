/** Every update rule of the registry, by one table: what anyone may rely on, whichever she picks. */
import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { isMethod } from '../../src/optimizers/optimizer'
import type { UpdateRule } from '../../src/optimizers/rule'
import { ruleText } from '../../src/optimizers/rule-text'
import { parseRule } from '../../src/optimizers/text'
import { optimizers, surfaces } from '../../src/registry'
import { createSurface, specOf } from '../../src/surfaces/create'
import { walk } from './fixtures'

const rules = [...optimizers.values()].flatMap((optimizer) =>
  isMethod(optimizer) ? [] : [[optimizer.name, optimizer] as const],
)
const landscapes = ['sphere', 'himmelblau', 'beale'].map((name) => surfaces.get(name)!)

describe.each(rules)('%s', (name, rule: UpdateRule) => {
  const hyperparameters = { ...rule.landscape }

  test.each(landscapes.map((surface) => [surface.name, surface] as const))(
    'goes down on %s with its defaults for landscapes, and so does its text',
    (_, definition) => {
      const surface = createSurface(specOf(definition))
      const spec = { hyperparameters, start: definition.start, steps: 100 }
      const trajectory = walk(surface, rule, spec)
      const numbers = [trajectory.theta, trajectory.loss, trajectory.gradient, trajectory.state]
      for (const array of numbers) expect(array.every(Number.isFinite)).toBe(true)
      expect(trajectory.length).toBe(101)
      expect(trajectory.loss.at(-1)).toBeLessThan(trajectory.loss[0]!)

      const typed = walk(surface, parseRule(name, ruleText(rule)), spec)
      expect(typed.stateNames).toEqual(trajectory.stateNames)
      expect(typed.theta).toEqual(trajectory.theta)
      expect(typed.state).toEqual(trajectory.state)
    },
  )

  test('is documented', () => {
    expect(rule.summary).toMatch(/^[A-Z].{20,}\.$|^[a-z]+SGD .{20,}\.$/)
    expect(rule.reference).toMatch(/\b(19|20)\d\d\b/)
    for (const key of Object.keys(rule.landscape ?? {})) expect(Object.keys(rule.hyperparameters)).toContain(key)
  })

  test('is short enough to read aloud', () => {
    const file = new URL(`../../src/optimizers/${name.toLowerCase()}.ts`, import.meta.url)
    expect(readFileSync(file, 'utf8').split('\n').length).toBeLessThanOrEqual(42)
  })
})
