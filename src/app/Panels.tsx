import type { ReactNode } from 'react'
import { AfterFirstWalk } from './AfterFirstWalk'
import { ClimbersPanel } from './climbers/ClimbersPanel'
import { CriticalPoints, Experiments, Hints } from './later'
import { usePage } from './page-context'
import type { HintName, SheetTab } from './page-store'
import { Sheet } from './Sheet'
import { useShown } from './shown'
import { SurfacePanel } from './surface/SurfacePanel'

interface PanelsProps {
  readonly small: boolean
  /** The ground, which lies between the two in reading order. */
  readonly children: ReactNode
}

/** What she walks on and who walks: panels over the ground, or one sheet with tabs below it. */
export function Panels({ small, children }: PanelsProps) {
  const open = usePage((state) => state.panels)
  const shown = useShown()
  if (small) return <SmallPanels>{children}</SmallPanels>
  return (
    <>
      {open.surface && shown('surface') && (
        <aside className="panel side-panel left" data-edge="left" aria-label="What she walks on">
          <SurfacePanel />
          {shown('critical-points') && <Points />}
        </aside>
      )}
      {children}
      {open.climbers && (shown('climbers') || shown('experiments')) && (
        <aside className="panel side-panel right" data-edge="right" aria-label="Who walks">
          {shown('climbers') && <ClimbersPanel />}
          {shown('experiments') && <Lab />}
        </aside>
      )}
    </>
  )
}

const Points = () => (
  <AfterFirstWalk room="line-room">
    <CriticalPoints />
  </AfterFirstWalk>
)

const Lab = () => (
  <AfterFirstWalk room="line-room">
    <Experiments />
  </AfterFirstWalk>
)

function SmallPanels({ children }: { readonly children: ReactNode }) {
  const shown = useShown()
  const parts = {
    surface: shown('surface') ? <SurfacePanel /> : null,
    climbers: shown('climbers') ? <ClimbersPanel /> : null,
    points: shown('critical-points') ? <Points /> : null,
    experiments: shown('experiments') ? <Lab /> : null,
  }
  const some = Object.values(parts).some((part) => part !== null)
  return (
    <>
      {children}
      {some && <Sheet head={<SheetHints />}>{parts}</Sheet>}
    </>
  )
}

const HINTS: Readonly<Record<SheetTab, readonly HintName[]>> = {
  surface: ['formula', 'release'],
  climbers: ['race', 'release'],
  points: [],
  experiments: [],
}

/** The ground is small: what is worth trying is said beside it, where it is done, one thing at a time. */
function SheetHints() {
  const done = usePage((state) => state.preferences.hintsDone)
  const here = usePage((state) => HINTS[state.tab])
  if (here.every((name) => done.includes(name))) return null
  return (
    <AfterFirstWalk room="hints-room">
      <Hints only={here} />
    </AfterFirstWalk>
  )
}
