import { Emitter, Registers } from './emitter'
import { encodeModule } from './encoder'
import { Instructions } from './instructions'
import { dependencies } from './schedule'
import { selectInstructions } from './vector-graph'
import type { WalkMemory } from './walk-layout'
import { fixedTerm, timedTerm, type WalkPlan } from './walk-plan'

/** Judges the vector at byte `vector` before the step of which the timed terms are at byte `row`; `when`: steps taken. */
export type Judge = (vector: number, row: number, when: number) => void

/** Parameters of the function, by index. */
const parameter = { vector: 0, row: 1, when: 2 } as const

/**
 * A module with one function `judge`, as above: climbers of the vector who just diverged are put down as they stand, and
 * only computed along from then on. So are those whom the kernel cannot answer. Hardly any walk needs it, and it takes as
 * much code as the walk itself, so it is made when it is first called.
 */
export const encodeJudge = (plan: WalkPlan, { layout, frozen }: WalkMemory): Uint8Array<ArrayBuffer> => {
  const { variables } = plan.variant
  const { sound, guard } = plan.judgement
  const graph = selectInstructions(plan.variant.graph, guard === undefined ? [sound] : [sound, guard], plan.given)
  const out = new Instructions()
  const registers = new Registers(Object.keys(parameter).length)
  const emitter = new Emitter(out, graph, registers)

  const load = (offset: number) => out.get(parameter.vector).memory('v128.load', offset)
  const terms = new Map([
    ...plan.terms.fixed.map((_, k) => [fixedTerm(k), () => splat(out.int(0), layout.fixed + 8 * k)] as const),
    ...plan.terms.timed.map(
      (_, k) => [timedTerm(k), () => splat(out.get(parameter.row), layout.timed + 8 * k)] as const,
    ),
  ])
  const pushInput = (name: string) => {
    const variable = variables.findIndex((candidate) => candidate.name === name)
    if (variable >= 0) load(layout.variable(variable))
    else if (terms.has(name)) terms.get(name)!()
    else load(layout.hyperparameter(name))
  }
  emitter.emit(dependencies(graph, graph.outputs), 1, new Set(graph.outputs), pushInput)

  const [isSound, largest] = graph.outputs
  const bad = registers.take()
  // Steps are positive numbers and −1 is not.
  load(layout.divergedAt).vector(0).simd('f64x2.lt')
  emitter.push(isSound!, 0)
  out.simd('v128.andnot').set(bad)
  const put = (array: number, push: () => void) => {
    out.get(parameter.vector)
    push()
    load(array).get(bad).simd('v128.bitselect').memory('v128.store', array)
  }
  for (const j of variables.keys()) put(frozen(j), () => load(layout.variable(j)))
  if (largest !== undefined) put(layout.guard!, () => emitter.push(largest, 0))
  put(layout.divergedAt, () => out.get(parameter.when).toFloat().simd('f64x2.splat'))
  return encodeModule([
    {
      name: 'judge',
      parameters: ['i32', 'i32', 'i32'],
      results: [],
      locals: [{ type: 'v128', count: registers.count }],
      body: out.body,
    },
  ])
}

const splat = (out: Instructions, offset: number) => out.memory('v128.load64_splat', offset)
