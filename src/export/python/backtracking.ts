import { piece } from './piece'

/** As optimizers/methods/backtracking.ts. */
export default piece({
  name: 'backtracking',
  code: `def backtracking(f, theta, g, d, t, c1, shrink):
    """Shortens the step t until the loss at theta + t d has fallen by the share c1 of
    what the slope promises (Armijo 1966; Nocedal & Wright 2006, algorithm 3.1). 0 where
    no step is short enough."""
    loss, slope = f(theta), g @ d
    if not slope < 0:
        return 0.0
    for _ in range(60):
        place = theta + t * d
        if f(place) <= loss + c1 * t * slope:
            return t if f(place) < loss else 0.0
        if (place == theta).all():  # so short a step does not lead anywhere
            break
        t *= shrink
    return 0.0`,
})
