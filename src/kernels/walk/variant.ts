import {
  type PrimitiveGraph,
  type PrimitiveId,
  periodicArguments,
  REDUCTION_LIMIT,
  reachableInputs,
} from '../../expression/lowering'
import { FARTHEST, type WalkSpec } from '../fleet'
import { safeRadius, staysFinite } from './finite'
import { hyperparameterInput, influential, STEP_INPUT, type StepGraph, stepGraph, type Variable } from './step-graph'

/** How a release gives a hyperparameter: as 0, as −0, as another number for all, or as a number a climber. */
export type Given = 'zero' | 'negative zero' | 'nonzero' | 'lane'

/** A program for one pattern of hyperparameters: what an executor makes code from. */
export interface WalkVariant {
  readonly graph: PrimitiveGraph
  /** Those with influence on where a climber goes. */
  readonly variables: readonly Variable[]
  /** Where she stands before the step. */
  readonly loss: PrimitiveId
  /** Whether the loss must be looked at to see divergence; false where it is finite within reach in any case. */
  readonly checksLoss: boolean
  /** Square of the farthest that a climber may be from the origin. */
  readonly reachSquared: number
  /**
   * Square of a distance from the origin within which she is well for certain: her loss is finite, and no periodic function
   * meets an argument beyond half of REDUCTION_LIMIT. 0 where none is known.
   */
  readonly safeSquared: number
  /** Hyperparameters that the step reads as inputs, and which of them are a number a climber. */
  readonly hyperparameters: readonly { readonly name: string; readonly perLane: boolean }[]
  /** Whether the step depends on its number: then a climber who did not move may yet move again. */
  readonly timed: boolean
}

/**
 * Zeros become constants: what they switch off (a momentum, a decay) is then never computed, nor is it asked at every step
 * whether it is.
 */
export const walkVariant = (spec: WalkSpec, given: ReadonlyMap<string, Given>): WalkVariant => {
  const settled = new Map([...given].filter(([, how]) => how === 'zero').map(([name]) => [name, 0]))
  const nonzero = new Set([...given].filter(([, how]) => how === 'nonzero').map(([name]) => name))
  const step = stepGraph(spec, settled, nonzero)
  const variables = influential(step)
  const reach = Math.min(spec.reach ?? FARTHEST, FARTHEST)
  const checksLoss = !staysFinite(spec.landscape, reach)
  const outputs = variables.map(({ next }) => next)
  const read = reachableInputs(step.graph, checksLoss ? [...outputs, step.loss] : outputs)
  const hyperparameters = step.hyperparameters
    .map((name) => ({ name: hyperparameterInput(name), perLane: given.get(name) === 'lane' }))
    .filter(({ name }) => read.has(name))
  const shared = new Set([STEP_INPUT, ...hyperparameters.filter(({ perLane }) => !perLane).map(({ name }) => name)])
  return {
    graph: step.graph,
    variables,
    loss: step.loss,
    checksLoss,
    reachSquared: reach * reach,
    safeSquared: isPeriodicBeside(step, outputs, shared)
      ? 0
      : safeRadius(spec.landscape, reach, REDUCTION_LIMIT / 2) ** 2,
    hyperparameters,
    timed: read.has(STEP_INPUT),
  }
}

/**
 * Whether what a climber does depends on periodic functions other than those of the ground where she stands: the rule's own,
 * or those of the ground where it probes. What only reads `shared` inputs is not computed by walkers.
 */
const isPeriodicBeside = (
  { graph, loss }: StepGraph,
  outputs: readonly PrimitiveId[],
  shared: ReadonlySet<string>,
): boolean => {
  const ofGround = new Set(periodicArguments(graph, [loss]))
  return periodicArguments(graph, outputs)
    .filter((argument) => !ofGround.has(argument))
    .some((argument) => [...reachableInputs(graph, [argument])].some((name) => !shared.has(name)))
}
