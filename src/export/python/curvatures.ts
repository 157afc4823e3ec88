import { piece } from './piece'

export default piece({
  name: 'curvatures',
  code: `def curvatures(H):
    """The eigenvalues of the Hessian, ascending; NaN where it is not finite."""
    return np.linalg.eigvalsh(H) if np.isfinite(H).all() else np.full(len(H), np.nan)`,
})
