import { useScene } from '../../store/react'
import type { Insets } from '../../views/landscape/props'
import { usePageActions } from '../page-context'
import { useShown } from '../shown'

/** Before there is ground: it is being sampled, or the scene names none that can be drawn. */
export function GroundEmpty({ insets }: { readonly insets: Insets }) {
  const problem = useScene((state) => state.formulaProblem?.message ?? state.failure)
  const { openDialog } = usePageActions()
  const shown = useShown()
  const { left, right, top, bottom } = insets
  return (
    <div className="ground-empty" style={{ inset: `${top}px ${right}px ${bottom}px ${left}px` }}>
      {problem === null ? (
        <p className="ground-loading">Surveying the ground…</p>
      ) : (
        <div>
          <p>There is no ground here yet: {problem}</p>
          {shown('gallery') && (
            <button type="button" className="button" onClick={() => openDialog('gallery')}>
              Choose a surface
            </button>
          )}
        </div>
      )}
    </div>
  )
}
