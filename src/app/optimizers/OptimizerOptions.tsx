import { type KeyboardEventHandler, useEffect, useRef } from 'react'
import type { Optimizer } from '../../optimizers/optimizer'
import type { OptimizerGroup } from './groups'

interface OptimizerOptionsProps {
  readonly id: string
  readonly groups: readonly OptimizerGroup[]
  /** Name of the one that is shown beside the list. */
  readonly active: string | undefined
  readonly onKeyDown: KeyboardEventHandler
  readonly onPick: (name: string) => void
  readonly onTake: (optimizer: Optimizer) => void
}

/** The optimizers by name, in groups. A press shows one, a double press takes it. */
export function OptimizerOptions({ id, groups, active, onKeyDown, onPick, onTake }: OptimizerOptionsProps) {
  const list = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (active === undefined) return
    // The dialog has no size before it is opened, which is after this.
    const frame = requestAnimationFrame(() =>
      list.current?.querySelector('[aria-selected="true"]')?.scrollIntoView({ block: 'nearest' }),
    )
    return () => cancelAnimationFrame(frame)
  }, [active])
  return (
    <div
      ref={list}
      id={id}
      className="optimizer-options"
      role="listbox"
      aria-label="Optimizers"
      tabIndex={0}
      onKeyDown={onKeyDown}
    >
      {groups.map(({ title, optimizers }) => (
        <fieldset key={title} aria-label={title}>
          <p className="optimizer-group" aria-hidden="true">
            {title}
          </p>
          {optimizers.map((optimizer) => (
            <button
              key={optimizer.name}
              id={`${id}-${optimizer.name}`}
              type="button"
              role="option"
              tabIndex={-1}
              className="optimizer-option"
              aria-selected={optimizer.name === active}
              title={optimizer.summary}
              onClick={() => onPick(optimizer.name)}
              onDoubleClick={() => onTake(optimizer)}
            >
              {optimizer.name}
            </button>
          ))}
        </fieldset>
      ))}
    </div>
  )
}
