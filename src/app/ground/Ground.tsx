import { useRef, useState } from 'react'
import { createStore } from 'zustand/vanilla'
import { useScene } from '../../store/react'
import type { Hover, Insets } from '../../views/landscape/props'
import { AfterFirstWalk } from '../AfterFirstWalk'
import { HoverTip, SwarmOnGround } from '../later'
import { usePage } from '../page-context'
import { CrossHair } from './CrossHair'
import { GroundEmpty } from './GroundEmpty'
import { GroundViews } from './GroundViews'
import { useGroundKeys } from './use-ground-keys'
import { useReady } from './use-ready'

/** The ground, wired to the scene: looked at, felt with the pointer or the cross-hair, and walked on. */
export function Ground({ insets }: { readonly insets: Insets }) {
  const surface = useScene((state) => state.surface)
  const field = useScene((state) => state.field)
  const broken = useScene((state) => state.formulaProblem !== null)
  const placing = usePage((state) => state.placing !== null)
  const swarm = useScene((state) => state.swarm !== null)
  const [hover] = useState(() => createStore<{ readonly at: Hover | null }>()(() => ({ at: null })))
  const element = useRef<HTMLDivElement>(null)
  const keys = useGroundKeys()
  useReady()
  return (
    <div
      ref={element}
      className="ground"
      data-ground
      data-stale={broken || undefined}
      data-placing={placing || undefined}
      role="application"
      aria-label="Ground"
      aria-describedby="ground-keys"
      // biome-ignore lint/a11y/noNoninteractiveTabindex: an application is steered by keys of its own.
      tabIndex={0}
      {...keys.handlers}
    >
      <p id="ground-keys" className="visually-hidden">
        Arrow keys turn the view, with Shift they move the cross-hair, plus and minus zoom, Enter releases a climber at
        the cross-hair.
      </p>
      {surface !== null && field !== null ? (
        <GroundViews surface={surface} field={field} insets={insets} hover={hover} />
      ) : (
        <GroundEmpty insets={insets} />
      )}
      <CrossHair at={keys.crossHair} />
      <AfterFirstWalk>
        <HoverTip hover={hover} room={element} />
        {swarm && <SwarmOnGround />}
      </AfterFirstWalk>
      <p className="visually-hidden" aria-live="polite">
        {keys.words}
      </p>
    </div>
  )
}
