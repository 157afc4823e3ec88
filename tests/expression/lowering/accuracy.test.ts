import { expect, test } from 'vitest'
import { measure } from '../../../scripts/derive/accuracy'
import { cases } from '../../../scripts/derive/cases'
import { random } from '../../../scripts/derive/sampling'

/** The full measurement, a million points a function, is docs/accuracy.md; this one keeps it honest. */
const POINTS = 4000
const TIGHT = new Set(['exp', 'log', 'sin', 'cos', 'tanh'])
const bound = (name: string) => (name === 'sqrt' ? 0.5 : TIGHT.has(name) ? 1.5 : 2.5)

test.each(cases.map((example) => [example.name, example] as const))('%s is accurate', (name, example) => {
  const { worst, at } = measure(example, POINTS, random(20_000))
  expect(worst, `at ${at.join(', ')}`).toBeLessThanOrEqual(bound(name))
})
