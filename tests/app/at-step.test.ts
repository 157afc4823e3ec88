import { describe, expect, it } from 'vitest'
import { hasEnded, lossAt, pointAt, walkingAt } from '../../src/app/climbers/at-step'
import { optimizers, surfaces } from '../../src/registry'
import { simulate } from '../../src/simulation/simulate'
import type { Climber } from '../../src/store/types'
import { createSurface, specOf } from '../../src/surfaces/create'

const surface = createSurface(specOf(surfaces.get('sphere')!))

function climber(lr: number, steps = 50, maximize = false): Climber {
  const hyperparameters = { ...optimizers.get('SGD')!.hyperparameters, lr }
  const spec = { optimizer: 'SGD', hyperparameters, start: [1, 1] as const, maximize, steps, seed: 0 }
  const run = { optimizer: 'SGD', start: [1, 1] as const, hyperparameters: { lr }, maximize }
  return { run, spec, trajectory: simulate(surface, optimizers.get('SGD')!, spec), problem: null }
}
const waiting: Climber = { ...climber(0.1), trajectory: null }

describe('a climber at the playhead', () => {
  it('stands at the last point that was reached, and rests at the end of her walk', () => {
    expect([0, 0.9, 1, 3.5, 99].map((step) => pointAt(5, step))).toEqual([0, 0, 1, 3, 4])
  })

  it('has the loss of that point', () => {
    expect(lossAt(climber(0.25), 0)).toBe('2')
    expect(lossAt(climber(0.25), 1.7)).toBe('0.5')
    expect(lossAt(waiting, 3)).toBe('')
  })

  it('says how steep it is until her story is told', () => {
    expect(walkingAt(climber(0.25), 0)).toBe('walking: slope 2.8')
    expect(walkingAt(climber(0.25, 50, true), 0)).toBe('climbing: slope 2.8')
    expect(walkingAt(waiting, 0)).toBe('about to walk')
  })

  it('has ended once her outcome has happened', () => {
    const arrived = climber(0.25, 200)
    const { outcome, outcomeStep } = arrived.trajectory!
    expect(outcome).toBe('converged')
    expect(hasEnded(arrived, outcomeStep - 0.01)).toBe(false)
    expect(hasEnded(arrived, outcomeStep)).toBe(true)
  })

  it('has ended without an outcome only at her last step', () => {
    const slow = climber(1e-4, 20)
    expect(slow.trajectory!.outcome).toBe('exhausted')
    expect([0, 19.5, 20].map((step) => hasEnded(slow, step))).toEqual([false, false, true])
    expect(hasEnded(waiting, 20)).toBe(false)
  })
})
