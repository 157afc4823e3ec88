import { piece } from './piece'

/** As optimizers/methods/strong-wolfe.ts. */
export default piece({
  name: 'strong_wolfe',
  code: `def strong_wolfe(f, grad, theta, g, d, t, c1, c2):
    """A step length that meets the strong Wolfe conditions along d, t being tried
    first: f(t) <= f(0) + c1 t f'(0) and |f'(t)| <= c2 |f'(0)|. As torch.optim.LBFGS
    searches, after minFunc. 0 where nothing lower is found."""
    start = Trial(0.0, f(theta), g @ d)
    if not start.slope < 0:
        return 0.0

    def look(t):
        return Trial(t, f(theta + t * d), grad(theta + t * d) @ d)

    def is_too_high(trial):
        return trial.loss > start.loss + c1 * trial.t * start.slope

    def is_level(trial):
        return abs(trial.slope) <= -c2 * start.slope

    def settle(trial):
        return trial.t if trial.loss < start.loss else 0.0

    # Farther and farther, until a good place lies between the last two trials.
    previous = start
    for count in range(25):
        trial = look(t)
        if is_too_high(trial) or (count > 1 and trial.loss >= previous.loss):
            bracket = [previous, trial]
            break
        if is_level(trial):
            return settle(trial)
        if trial.slope >= 0:
            bracket = [previous, trial]
            break
        t = cubic_minimum(previous, trial, t + 0.01 * (t - previous.t), 10 * t)
        previous = trial
    else:
        count, bracket = 25, [start, look(t)]

    # Closer and closer; the lower end stays in the bracket.
    low = 0 if bracket[0].loss <= bracket[1].loss else 1
    stalls = False
    while count < 25 and not abs(bracket[1].t - bracket[0].t) * np.abs(d).max() < 1e-9:
        left, right = sorted(trial.t for trial in bracket)
        t = cubic_minimum(*bracket, left, right)
        # Where that keeps close to the same end, a tenth of the bracket away from it.
        margin = 0.1 * (right - left)
        if not min(right - t, t - left) < margin:
            stalls = False
        elif not stalls and left < t < right:
            stalls = True
        else:
            t = right - margin if abs(t - right) < abs(t - left) else left + margin
            stalls = False
        trial, lower, other = look(t), bracket[low], bracket[1 - low]
        if is_too_high(trial) or trial.loss >= lower.loss:
            bracket[1 - low] = trial
            low = 0 if bracket[0].loss <= bracket[1].loss else 1
        else:
            if is_level(trial):
                return settle(trial)
            if trial.slope * (other.t - lower.t) >= 0:
                bracket[1 - low] = lower
            bracket[low] = trial
        count += 1
    return settle(bracket[low])`,
})
