import { expect, test } from 'vitest'
import type { SceneRun } from '../../src/scene/types'
import { nameOf } from '../../src/views/name-of'

const run: SceneRun = { optimizer: 'SGD', start: [0, 0], hyperparameters: {}, maximize: false }

test.each<[string, Partial<SceneRun>]>([
  ['SGD', {}],
  ['SGD', { hyperparameters: { momentum: 0 } }],
  ['SGD + momentum', { hyperparameters: { momentum: 0.9 } }],
  ['SGD + momentum', { hyperparameters: { momentum: '0.9 * t / T' } }],
  ['SAM(SGD)', { wrappers: ['SAM'] }],
  ['Lookahead(SAM(SGD + momentum))', { wrappers: ['SAM', 'Lookahead'], hyperparameters: { momentum: 0.5 } }],
  ['Ada', { name: 'Ada', wrappers: ['SAM'] }],
])('a climber is called %s', (name, changes) => {
  expect(nameOf({ run: { ...run, ...changes } })).toBe(name)
})
