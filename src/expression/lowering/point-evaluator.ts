import type { PrimitiveGraph, PrimitiveId } from './primitive-graph'
import { REDUCTION_LIMIT, reduceExactly } from './reduction'
import { scalar } from './scalar'

/** Values of the outputs at one point, whose coordinates come in the order of the inputs. */
export type PointEvaluator = (point: readonly number[]) => number[]

type Instruction = (values: Float64Array) => void

/**
 * Evaluates nodes of a primitive graph one point at a time, with periodic functions reduced exactly whatever their
 * argument: the slow path that all executors share, and the meaning they must agree with.
 */
export function pointEvaluator(
  graph: PrimitiveGraph,
  outputs: readonly PrimitiveId[],
  inputs: readonly string[],
): PointEvaluator {
  const values = new Float64Array(graph.size)
  const instructions: Instruction[] = []
  const loads: [PrimitiveId, number][] = []
  const order = graph.reachable(outputs)
  const exact = exactReductions(graph)
  for (const id of order) {
    const op = graph.op(id)
    if (op === 'constant') values[id] = graph.value(id)
    else if (op === 'input') loads.push([id, inputs.indexOf(graph.name(id))])
    else instructions.push(exact.get(id) ?? instruction(graph, id))
  }
  return (point) => {
    for (const [id, index] of loads) values[id] = point[index]!
    for (const execute of instructions) execute(values)
    return outputs.map((id) => values[id]!)
  }
}

function instruction(graph: PrimitiveGraph, id: PrimitiveId): Instruction {
  const op = graph.op(id)
  if (op === 'input' || op === 'constant') throw new RangeError(`${op} is not computed`)
  const [a, b, c] = graph.args(id)
  // Conditions are 1 and 0 here, which the primitives on numbers take for true and false.
  const evaluate = scalar[op] as (...args: (number | boolean | undefined)[]) => number | boolean
  return (values) => {
    values[id] = Number(evaluate(values[a!], b === undefined ? b : values[b], c === undefined ? c : values[c]))
  }
}

/** The results of each reduction, computed as the graph says within the limit and exactly beyond. */
function exactReductions(graph: PrimitiveGraph): ReadonlyMap<PrimitiveId, Instruction> {
  const instructions = new Map<PrimitiveId, Instruction>()
  for (const { argument, ...parts } of graph.reductions) {
    for (const part of ['quadrant', 'high', 'low'] as const) {
      const id = parts[part]
      const usual = instruction(graph, id)
      instructions.set(id, (values) => {
        const x = values[argument]!
        if (Math.abs(x) > REDUCTION_LIMIT) values[id] = reduceExactly(x)[part]
        else usual(values)
      })
    }
  }
  return instructions
}
