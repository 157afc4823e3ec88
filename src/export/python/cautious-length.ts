import { piece } from './piece'

/** As optimizers/methods/line-search.ts. */
export default piece({
  name: 'cautious_length',
  code: `def cautious_length(g, lr):
    """A first trial along a slope of unknown length: lr units, as in torch's LBFGS."""
    return min(1.0, 1 / np.abs(g).sum()) * lr`,
})
