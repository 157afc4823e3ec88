export { format, formatPoint } from '../math/format'
