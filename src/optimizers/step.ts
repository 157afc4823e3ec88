import type { Reduction } from '../expression'
import { interpret } from '../kernels/interpret'
import type { CompiledRule } from './compile'

/** Writes the slope at `theta` into `out`, as the optimizer is to feel it. */
export type Feel = (theta: Float64Array, out: Float64Array) => void

/**
 * One step of `count` coordinates. `inputs` are those of the kernel up to the reductions, which are answered on the way;
 * `feel` is asked where the rule probes another point than the one she stands on.
 */
export type Stepper = (inputs: readonly (Float64Array | number)[], outputs: readonly Float64Array[], feel: Feel) => void

/** The plain executor of a compiled rule in `count` coordinates: a kernel for each reduction, then one for the step. */
export function createStepper(compiled: CompiledRule, count: number): Stepper {
  const { kernel, reductions, inputs: names } = compiled
  const given = names.length - reductions.length
  const inputs: (Float64Array | number)[] = new Array(names.length).fill(0)
  const stages = reductions.map((reduction) => createStage(compiled, reduction, count))
  return (known, outputs, feel) => {
    for (let i = 0; i < given; i++) inputs[i] = known[i]!
    for (let i = 0; i < stages.length; i++) inputs[given + i] = stages[i]!(inputs, feel)
    kernel.run(inputs, outputs, count)
  }
}

type Stage = (inputs: readonly (Float64Array | number)[], feel: Feel) => Float64Array | number

function createStage({ graph, inputs: names }: CompiledRule, { kind, args }: Reduction, count: number): Stage {
  const values = args.map(() => new Float64Array(count))
  const kernel = interpret(graph, args, names)
  const slope = new Float64Array(count)
  return (inputs, feel) => {
    kernel.run(inputs, values, count)
    if (kind === 'norm') return Math.sqrt(dot(values[0]!, values[0]!))
    if (kind === 'dot') return dot(values[0]!, values[1]!)
    feel(values[0]!, slope)
    return slope
  }
}

/** From the first coordinate on, beginning with its product: the order is part of the language. */
function dot(a: Float64Array, b: Float64Array): number {
  let sum = a[0]! * b[0]!
  for (let i = 1; i < a.length; i++) sum += a[i]! * b[i]!
  return sum
}
