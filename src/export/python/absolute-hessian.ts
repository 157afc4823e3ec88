import { piece } from './piece'

export default piece({
  name: 'absolute_hessian',
  code: `def absolute_hessian(H):
    """|H|: the eigenvectors of H with the absolute values of its eigenvalues."""
    if not np.isfinite(H).all():
        return H
    eigenvalues, eigenvectors = np.linalg.eigh(H)
    return eigenvectors * np.abs(eigenvalues) @ eigenvectors.T`,
})
