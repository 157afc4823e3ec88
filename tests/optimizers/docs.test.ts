/** The optimizers in the documentation are read by the program, and walk. */
import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { parseRule } from '../../src/optimizers/text'
import { bowl, walk } from './fixtures'

const text = readFileSync(new URL('../../docs/optimizers.md', import.meta.url), 'utf8')
const blocks = [...text.matchAll(/```optimizer\n([\s\S]*?)```/g)].map(([, equations]) => equations!)

test('there are some', () => {
  expect(blocks.length).toBeGreaterThan(1)
})

test.each(blocks)('%s', (equations) => {
  const { loss } = walk(bowl(1, 4), parseRule('Documented', equations), { steps: 300 })
  expect(loss.at(-1)!).toBeLessThan(1e-3 * loss[0]!)
})
