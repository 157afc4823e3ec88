export { evaluator, type Lowered, lower } from './lower'
export { isCondition, PrimitiveGraph, type PrimitiveId, type PrimitiveOp } from './primitive-graph'
export { POWER_BIAS, type Primitives, ROUNDING } from './primitives'
export { REDUCTION_LIMIT } from './reduction'
