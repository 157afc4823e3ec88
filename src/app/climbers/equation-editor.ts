import { lazy } from 'react'

const load = () => import('../optimizers/EquationEditor')

/** A climber's equations as a text; fetched when they are likely to be opened. */
export const EquationEditor = lazy(load)

/** Who opens the editor types at once: it must not be on its way then. */
export const prepareEquations = (): void => {
  // What fails here is asked for again by the press that opens it.
  load().catch(() => {})
}

/** For a button that opens it: it is fetched before the press. */
export const prepared = { onPointerEnter: prepareEquations, onFocus: prepareEquations } as const
