import { piece } from './piece'

/** As optimizers/methods/exact-search.ts. */
export default piece({
  name: 'exact_search',
  code: `def exact_search(f, grad, theta, g, d, t):
    """A step length to where the ground along d is level, t being tried first: twice as
    far until the ground rises again, then by secants of the slopes (the Illinois
    method, Dowell & Jarratt 1971). 0 where nothing lower is found."""
    start = Trial(0.0, f(theta), g @ d)
    if not start.slope < 0:
        return 0.0
    level, rounding = 1e-12 * abs(start.slope), 4 * 2.0**-52 * abs(start.loss)
    near, far = start, None  # the hollow lies between them
    near_slope, far_slope = start.slope, None  # with which they enter the secant

    def look(t):
        return Trial(t, f(theta + t * d), grad(theta + t * d) @ d)

    def is_beyond(trial):
        return not (trial.slope < 0 and trial.loss <= near.loss + rounding)

    def is_level(trial):
        return abs(trial.slope) <= level and trial.loss <= near.loss + rounding

    def settle(trial):
        return trial.t if trial.loss < start.loss else 0.0

    for _ in range(60):
        trial = look(t)
        if is_level(trial):
            return settle(trial)
        if is_beyond(trial):
            far, far_slope = trial, trial.slope
            break
        near, near_slope = trial, trial.slope
        t *= 2
    else:
        return settle(near)

    moved, width_before = "far", math.inf
    for count in range(120):
        width = far.t - near.t
        t = near.t - near_slope * width / (far_slope - near_slope)
        if not (far_slope > 0 and math.isfinite(t)):
            t = (near.t + far.t) / 2
        if count % 3 == 0:  # three trials have to halve the distance
            if width > width_before / 2:
                t = near.t + width / 2
            width_before = width
        if not near.t < t < far.t:
            break
        trial = look(t)
        if is_level(trial):
            return settle(trial)
        # An end that stays twice counts for half, or the secants would creep.
        if is_beyond(trial):
            far, far_slope = trial, trial.slope
            near_slope = near_slope / 2 if moved == "far" else near_slope
            moved = "far"
        else:
            near, near_slope = trial, trial.slope
            far_slope = far_slope / 2 if moved == "near" else far_slope
            moved = "near"
    return settle(far if far.loss < near.loss else near)`,
})
