import { isMethod, type Optimizer } from '../../optimizers/optimizer'
import { useActions, useScene } from '../../store/react'

/** Whether what an optimizer tries, or the average that it keeps, is drawn on the ground. Nothing where there is neither. */
export function Tries({ rule }: { readonly rule: Optimizer }) {
  const wanted = useScene((state) => state.scene.view.tries)
  const { setView } = useActions()
  const what = isMethod(rule) ? 'what it tries' : rule.average !== undefined ? 'the average of her way' : undefined
  if (what === undefined) return null
  return (
    <label className="switch tries">
      <input
        type="checkbox"
        role="switch"
        aria-checked={wanted}
        checked={wanted}
        onChange={(event) => setView({ tries: event.target.checked })}
      />
      <span>show {what}</span>
    </label>
  )
}
