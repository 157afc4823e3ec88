import { lazy } from 'react'

/**
 * Parts of the page that a first walk does not need, or that only a press brings up. They are fetched once the first walk is on the screen and the browser
 * has nothing better to do, so that a press need not wait.
 */
const loadClimberDetails = () => import('./climbers/ClimberDetails')
const loadFormulaEditor = () => import('./surface/FormulaEditor')
const loadScenePopover = () => import('./header/ScenePopover')
const loadGalleryStrip = () => import('./gallery/GalleryStrip')
const loadCriticalPoints = () => import('./surface/CriticalPoints')
const loadDomainFields = () => import('./surface/DomainFields')
const loadAddClimber = () => import('./climbers/AddClimber')
const loadParameters = () => import('./surface/Parameters')
const loadExperiments = () => import('./lab/Experiments')
const loadSwarmOnGround = () => import('./lab/SwarmOnGround')
const loadHints = () => import('./status/Hints')
const loadHoverTip = () => import('./ground/HoverTip')

export const ClimberDetails = lazy(loadClimberDetails)
export const FormulaEditor = lazy(loadFormulaEditor)
export const ScenePopover = lazy(loadScenePopover)
export const GalleryStrip = lazy(loadGalleryStrip)
export const CriticalPoints = lazy(loadCriticalPoints)
export const DomainFields = lazy(loadDomainFields)
export const AddClimber = lazy(loadAddClimber)
export const Experiments = lazy(loadExperiments)
export const SwarmOnGround = lazy(loadSwarmOnGround)
export const HoverTip = lazy(loadHoverTip)
export const Parameters = lazy(loadParameters)
export const Hints = lazy(loadHints)

export function fetchLater(): void {
  const fetchAll = () => {
    // Whatever fails is asked for again by the press that needs it.
    for (const load of [loadClimberDetails, loadFormulaEditor, loadScenePopover]) load().catch(() => {})
  }
  if (typeof requestIdleCallback === 'function') requestIdleCallback(fetchAll, { timeout: 5000 })
  else setTimeout(fetchAll, 1000)
}
