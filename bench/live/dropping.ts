/** Kernels made and dropped by the hundred, as by keystrokes and sliders. */

import { createExecutor } from '../../src/kernels/create-executor'
import { fleetOf } from '../../src/kernels/make-fleet'
import { compileRule } from '../../src/optimizers/compile'
import { resolveHyperparameters } from '../../src/optimizers/resolve'
import type { UpdateRule } from '../../src/optimizers/rule'
import { optimizers } from '../../src/registry'
import { createSurface } from '../../src/surfaces/create'

const executor = createExecutor()

/** `count` new formulas, each with a preview of its basins and a recorded walk. Powers keep engines from reusing code. */
export function compileAndDrop(first: number, count: number): 'wasm' | 'interpreter' {
  const adam = optimizers.get('Adam') as UpdateRule
  for (let i = first; i < first + count; i++) {
    const formula = `sin(${1 + i / 7} x) + exp(-y^2) + x^${1 + (i % 25)} y^${1 + Math.floor(i / 25)} / 1e9`
    const domain = { x: [-5, 5], y: [-5, 5] } as const
    const surface = createSurface({ title: '', formula, domain, parameters: {}, heightScale: 'linear' }, executor)
    const rule = compileRule(adam, resolveHyperparameters(adam, { lr: 0.01 + i / 1e4 }))
    const walk = { landscape: surface.landscape!, rule }
    const fleet = fleetOf(executor, walk).create(4096)
    const spread = (factor: number) => Float64Array.from({ length: 4096 }, (_, k) => 3 * Math.sin(factor * k))
    fleet.reset({ x: spread(1), y: spread(2.4) })
    fleet.advance(100)
    const numbers = (perPoint: number) => new Float64Array(1001 * perPoint)
    const arrays = {
      theta: numbers(2),
      gradient: numbers(2),
      loss: numbers(1),
      state: numbers(2 * rule.stateNames.length),
    }
    executor.trace(walk).begin([1, 1], arrays).record(1001)
  }
  return executor.kind
}
