import { piece } from './piece'

/** As optimizers/methods/cubic.ts. */
export default piece({
  name: 'cubic_minimum',
  code: `def cubic_minimum(a, b, low, high):
    """Where the cubic with the losses and slopes of two trials has its minimum, kept
    within the bounds; their middle where it has none (Nocedal & Wright 2006, 3.59)."""
    a, b = (a, b) if a.t <= b.t else (b, a)
    d1 = a.slope + b.slope - 3 * (a.loss - b.loss) / (a.t - b.t)
    square = d1**2 - a.slope * b.slope
    if not square >= 0:
        return (low + high) / 2
    d2 = np.sqrt(square)
    share = (b.slope + d2 - d1) / (b.slope - a.slope + 2 * d2)
    return min(max(b.t - (b.t - a.t) * share, low), high)`,
})
