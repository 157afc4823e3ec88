import { piece } from './piece'

/** As optimizers/methods/bfgs.ts. */
export default piece({
  name: 'bfgs_update',
  code: `def bfgs_update(H, s, y):
    """The inverse Hessian H after a step s that changed the gradient by y:
    (I - rho s y') H (I - rho y s') + rho s s' with rho = 1 / y's (Nocedal & Wright
    2006, equation 6.17)."""
    ys = y @ s
    if not ys > 1e-10 * np.linalg.norm(y) * np.linalg.norm(s):
        return H  # too little curvature to learn from
    if H is None:
        H = ys / (y @ y) * np.eye(2)  # the first scaling, equation 6.20
    Hy = H @ y
    factor = (1 + y @ Hy / ys) / ys
    return H + factor * np.outer(s, s) - (np.outer(Hy, s) + np.outer(s, Hy)) / ys`,
})
