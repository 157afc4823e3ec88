import type { ReactNode } from 'react'
import { usePage, usePageActions } from './page-context'
import type { SheetTab } from './page-store'

const TABS: readonly (readonly [SheetTab, string])[] = [
  ['surface', 'Surface'],
  ['climbers', 'Climbers'],
  ['points', 'Points'],
  ['experiments', 'Experiments'],
]

interface SheetProps {
  /** Above every part. */
  readonly head: ReactNode
  readonly children: Readonly<Record<SheetTab, ReactNode | null>>
}

/** On a small screen the panels are one sheet with tabs; a part that is null has no tab. */
export function Sheet({ head, children }: SheetProps) {
  const wanted = usePage((state) => state.tab)
  const { setTab } = usePageActions()
  const tabs = TABS.filter(([name]) => children[name] !== null)
  const tab = tabs.some(([name]) => name === wanted) ? wanted : tabs[0]![0]
  const move = (by: number) => {
    const index = tabs.findIndex(([name]) => name === tab)
    const [next] = tabs[(index + by + tabs.length) % tabs.length]!
    setTab(next)
    document.getElementById(`tab-${next}`)?.focus()
  }
  return (
    <section className="sheet" aria-label="Panels">
      <div
        className="tabs"
        role="tablist"
        aria-label="Parts"
        onKeyDown={(event) => {
          if (event.key === 'ArrowRight') move(1)
          if (event.key === 'ArrowLeft') move(-1)
        }}
      >
        {tabs.map(([name, text]) => (
          <button
            key={name}
            id={`tab-${name}`}
            type="button"
            role="tab"
            className="tab"
            aria-selected={tab === name}
            aria-controls="sheet-panel"
            tabIndex={tab === name ? 0 : -1}
            onClick={() => setTab(name)}
          >
            {text}
          </button>
        ))}
      </div>
      <div id="sheet-panel" className="sheet-panel" role="tabpanel" aria-labelledby={`tab-${tab}`}>
        {head}
        {children[tab]}
      </div>
    </section>
  )
}
