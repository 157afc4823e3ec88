import { Close } from '../icons'
import { usePage, usePageActions } from '../page-context'
import type { HintName } from '../page-store'
import { useShown } from '../shown'
import { useMedia } from '../use-media'

interface HintsProps {
  /** Those that fit here; all when left out. */
  readonly only?: readonly HintName[] | undefined
}

/** What is worth trying first; each goes for good once it was done or sent away. */
export default function Hints({ only }: HintsProps) {
  const done = usePage((state) => state.preferences.hintsDone)
  const { finishHint } = usePageActions()
  const shown = useShown()
  const touch = useMedia('(pointer: coarse)')
  const hints: readonly (readonly [HintName, control: string, text: string])[] = [
    ['formula', 'formula', 'Type a formula of your own'],
    [
      'release',
      'release',
      touch ? 'Hold a finger on the ground to release climbers' : 'Click the ground to release climbers',
    ],
    ['race', 'add', 'Race another optimizer'],
  ]
  const open = hints.filter(
    ([name, control]) => !done.includes(name) && shown(control) && only?.includes(name) !== false,
  )
  if (open.length === 0) return null
  return (
    <ul className="hints" aria-label="Things to try">
      {open.map(([name, , text]) => (
        <li key={name} className="hint">
          <span>{text}</span>
          <button type="button" className="hint-close" aria-label={`Dismiss: ${text}`} onClick={() => finishHint(name)}>
            <Close />
          </button>
        </li>
      ))}
    </ul>
  )
}
