import { piece } from './piece'

/** As optimizers/methods/dogleg.ts. */
export default piece({
  name: 'dogleg',
  code: `def dogleg(g, H, radius):
    """A step no longer than the radius, along the path from here by the lowest point of
    the quadratic model straight down the slope to the model's bottom (Powell 1970;
    Nocedal & Wright 2006, section 4.1)."""
    slope, curvature = np.linalg.norm(g), g @ H @ g
    share = min(1.0, slope**3 / (radius * curvature)) if curvature > 0 else 1.0
    cauchy = -share * radius / slope * g  # the lowest point down the slope, within
    lowest, highest = curvatures(H)
    if not (lowest > 0 and lowest > 1e-13 * highest):  # the model has no bottom
        return cauchy
    newton = newton_step(g, H)
    if np.linalg.norm(newton) <= radius:
        return newton
    descent = -(g @ g) / curvature * g  # the lowest point down the slope
    if not np.linalg.norm(descent) < radius:
        return cauchy
    # Where the leg from there to the bottom leaves the circle: |descent + s leg| = r.
    leg = newton - descent
    a, b, c = leg @ leg, descent @ leg, descent @ descent - radius**2
    root = np.sqrt(b * b - a * c)
    s = -c / (b + root) if b > 0 else (root - b) / a
    step = descent + min(1.0, max(0.0, s)) * leg
    return min(1.0, radius / np.linalg.norm(step)) * step`,
})
