export { guardOf, lower, lowerInto, periodicArguments } from './lower'
export { type PointEvaluator, pointEvaluator } from './point-evaluator'
export { isCondition, PrimitiveGraph, type PrimitiveId, type PrimitiveOp, reachableInputs } from './primitive-graph'
export { REDUCTION_LIMIT } from './reduction'
