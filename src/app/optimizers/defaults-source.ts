import { isMethod, type Optimizer } from '../../optimizers/optimizer'
import type { SceneRun } from '../../scene/types'
import { isOfWrapper } from '../../store/edit-run'

/** As references write it: `defaults of qhoptim.QHM`. */
const SAID = /\bdefaults (?:and [\w ]+ )?of ([^;]+)/
/** A reference that ends with a library: `…; torch.optim.Adam`, `…; iShohei220/adopt`. */
const LIBRARY = /(?:^|; )([a-z][\w-]*[./][\w./]+)[^;]*$/i

/**
 * Whose an optimizer's own defaults are, as its reference tells: a library, or the paper itself. To be read after "of":
 * `defaults of torch.optim.Adam`. Methods whose reference names no library have the values that this program gave them.
 */
export function defaultsSource(optimizer: Optimizer): string {
  const [, said] = SAID.exec(optimizer.reference) ?? LIBRARY.exec(optimizer.reference) ?? []
  if (said !== undefined) return said
  return isMethod(optimizer) ? 'this program' : 'its paper'
}

type Choice = Pick<SceneRun, 'optimizer' | 'equations' | 'wrappers'>

/**
 * The same for a climber's optimizer as it runs: typed ones declare their defaults in their text. `registered` is the
 * optimizer that the run names.
 */
export function sourceOf(choice: Choice, registered: Optimizer | undefined): string {
  if (choice.equations !== undefined) return 'its text'
  return registered === undefined ? 'its library' : defaultsSource(registered)
}

/** The same for one hyperparameter: those of a wrapper, `lookahead_k`, have the defaults of the wrapper's paper. */
export function sourceOfHyperparameter(name: string, choice: Choice, registered: Optimizer | undefined): string {
  const wrapper = choice.wrappers?.find((around) => isOfWrapper(around, name))
  return wrapper === undefined ? sourceOf(choice, registered) : `the paper on ${wrapper}`
}
