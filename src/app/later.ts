import { lazy } from 'react'

/**
 * Parts of the page that only a press brings up. They are fetched once the first walk is on the screen and the browser
 * has nothing better to do, so that a press need not wait.
 */
const loadClimberDetails = () => import('./climbers/ClimberDetails')
const loadFormulaEditor = () => import('./surface/FormulaEditor')
const loadScenePopover = () => import('./header/ScenePopover')

export const ClimberDetails = lazy(loadClimberDetails)
export const FormulaEditor = lazy(loadFormulaEditor)
export const ScenePopover = lazy(loadScenePopover)

export function fetchLater(): void {
  const fetchAll = () => {
    // Whatever fails is asked for again by the press that needs it.
    for (const load of [loadClimberDetails, loadFormulaEditor, loadScenePopover]) load().catch(() => {})
  }
  if (typeof requestIdleCallback === 'function') requestIdleCallback(fetchAll, { timeout: 5000 })
  else setTimeout(fetchAll, 1000)
}
