import { piece } from './piece'

/** As optimizers/methods/line-search.ts. */
export default piece({
  name: 'same_descent',
  code: `def same_descent(last_t, last_slope, slope, fallback):
    """A first trial that promises as much descent as the last step did (Nocedal &
    Wright 2006, section 3.5), at most ten times as long."""
    t = min(last_t * last_slope / slope, 10 * last_t)
    return t if math.isfinite(t) and t > 0 else fallback`,
})
