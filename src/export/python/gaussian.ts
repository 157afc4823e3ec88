import { piece } from './piece'

/** As optimizers/methods/chance.ts, but for `log` and `cos`. */
export default piece({
  name: 'gaussian',
  code: `def gaussian(random):
    """Normal with mean 0 and standard deviation 1 (Box & Muller 1958)."""
    radius = math.sqrt(-2 * math.log(1 - next(random)))
    return radius * math.cos(2 * math.pi * next(random))`,
})
