import { definitionOf, power } from '../expression/functions'
import type { Graph, NodeId } from '../expression/graph'

/** One operation of the interpreter's tape, over the first `count` lanes. */
export type Instruction = (count: number) => void

type Lanes = Float64Array

/** The instruction that computes node `id` from the registers of its arguments into its own. */
export function instruction(graph: Graph, id: NodeId, register: (id: NodeId) => Lanes): Instruction {
  const out = register(id)
  const op = graph.op(id)
  const [a, b, c] = graph.args(id)
  const exponent = op === 'pow' && graph.isConstant(b!) ? graph.value(b!) : Number.NaN
  if (exponent === 2) return multiply(out, register(a!), register(a!))
  if (Number.isInteger(exponent)) return mapOne(out, register(a!), (x) => power(x, exponent))
  const special = binary.get(op)
  if (special !== undefined) return special(out, register(a!), register(b!))
  const { evaluate } = definitionOf(op)!
  if (c !== undefined) return mapThree(out, register(a!), register(b!), register(c), evaluate)
  if (b !== undefined) return mapTwo(out, register(a!), register(b), evaluate)
  return mapOne(out, register(a!), evaluate)
}

// Closures per operation, not one generic loop over a function: the engine then compiles each to straight arithmetic.
function multiply(out: Lanes, a: Lanes, b: Lanes): Instruction {
  return (count) => {
    for (let i = 0; i < count; i++) out[i] = a[i]! * b[i]!
  }
}

const binary: ReadonlyMap<string, (out: Lanes, a: Lanes, b: Lanes) => Instruction> = new Map([
  ['mul', multiply],
  [
    'add',
    (out: Lanes, a: Lanes, b: Lanes) => (count: number) => {
      for (let i = 0; i < count; i++) out[i] = a[i]! + b[i]!
    },
  ],
  [
    'sub',
    (out: Lanes, a: Lanes, b: Lanes) => (count: number) => {
      for (let i = 0; i < count; i++) out[i] = a[i]! - b[i]!
    },
  ],
  [
    'div',
    (out: Lanes, a: Lanes, b: Lanes) => (count: number) => {
      for (let i = 0; i < count; i++) out[i] = a[i]! / b[i]!
    },
  ],
])

type Evaluate = (...args: number[]) => number

function mapOne(out: Lanes, a: Lanes, evaluate: Evaluate): Instruction {
  return (count) => {
    for (let i = 0; i < count; i++) out[i] = evaluate(a[i]!)
  }
}

function mapTwo(out: Lanes, a: Lanes, b: Lanes, evaluate: Evaluate): Instruction {
  return (count) => {
    for (let i = 0; i < count; i++) out[i] = evaluate(a[i]!, b[i]!)
  }
}

function mapThree(out: Lanes, a: Lanes, b: Lanes, c: Lanes, evaluate: Evaluate): Instruction {
  return (count) => {
    for (let i = 0; i < count; i++) out[i] = evaluate(a[i]!, b[i]!, c[i]!)
  }
}
