export { interpret, interpretPrimitives } from './kernel'
