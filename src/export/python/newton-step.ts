import { piece } from './piece'

/** As optimizers/methods/quadratic-model.ts. */
export default piece({
  name: 'newton_step',
  code: `def newton_step(g, H):
    """-H^-1 g, by the pseudo-inverse: along a direction without curvature, where
    nothing says how far to go, no step. NaN where a derivative is not finite."""
    if not (np.isfinite(g).all() and np.isfinite(H).all()):
        return np.full(2, np.nan)
    return -np.linalg.pinv(H, rcond=1e-13, hermitian=True) @ g`,
})
