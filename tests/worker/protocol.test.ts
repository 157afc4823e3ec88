import { expect, test } from 'vitest'
import { optimizers } from '../../src/registry'
import { simulate } from '../../src/simulation/simulate'
import { createSurface, specOf } from '../../src/surfaces/create'
import himmelblau from '../../src/surfaces/himmelblau'
import { transferables } from '../../src/worker/protocol'

test('all that a method tried is moved with its walk, not copied', () => {
  const spec = { optimizer: 'NelderMead', hyperparameters: {}, start: [0, 0], maximize: false, steps: 20, seed: 0 }
  const walk = () => simulate(createSurface(specOf(himmelblau)), optimizers.get('NelderMead')!, spec)
  const sent = walk()
  const buffers = transferables(sent)
  expect(new Set(buffers).size).toBe(buffers.length)
  const received = structuredClone(sent, { transfer: buffers })
  expect(received).toEqual(walk())
  expect(sent.theta.length).toBe(0)
  for (const array of Object.values(sent.attempts!)) expect(array.length).toBe(0)
})
