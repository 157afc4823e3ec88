import { useId, useState } from 'react'
import { useActions, useScene } from '../../store/react'
import { useShown } from '../shown'
import '../styles/lab.css'
import { BasinsPart } from './BasinsPart'
import { SwarmPart } from './SwarmPart'
import { SweepPart } from './SweepPart'
import { usualAxes } from './sweep-axes'
import { useSubject } from './use-subject'

/** What can be asked of one climber's optimizer beside a single walk. Each is over when it is closed. */
export default function Experiments() {
  const heading = useId()
  const shown = useShown()
  const subject = useSubject()
  const basins = useBasinsSwitch()
  const swarm = useSwarmSwitch()
  const sweep = useSweepSwitch()
  return (
    <section className="lab" aria-labelledby={heading}>
      <h2 id={heading} className="panel-heading">
        Experiments
      </h2>
      {subject === null ? (
        <p className="panel-note">Release a climber first: experiments are about how she walks.</p>
      ) : (
        <>
          <div className="chips">
            {shown('basins') && (
              <Opener part="basins" text="Basins" help="Where she ends, from every start" {...basins} />
            )}
            {shown('swarm') && <Opener part="swarm" text="Swarm" help="Up to 100,000 of her at once" {...swarm} />}
            {shown('sweep') && (
              <Opener part="sweep" text="Sweep" help="How she fares with other hyperparameters" {...sweep} />
            )}
          </div>
          {shown('basins') && basins.open && <BasinsPart subject={subject} />}
          {shown('swarm') && swarm.open && <SwarmPart subject={subject} />}
          {shown('sweep') && sweep.open && <SweepPart />}
        </>
      )}
    </section>
  )
}

interface Switch {
  readonly open: boolean
  /** Undefined where it cannot be opened. */
  readonly toggle: (() => void) | undefined
  /** Why not. */
  readonly obstacle?: string
}

interface OpenerProps extends Switch {
  readonly part: string
  readonly text: string
  readonly help: string
}

const Opener = ({ part, text, help, open, toggle, obstacle = help }: OpenerProps) => (
  <button
    type="button"
    className="chip"
    title={toggle === undefined ? obstacle : help}
    aria-expanded={open}
    aria-controls={open ? `lab-${part}` : undefined}
    disabled={toggle === undefined}
    onClick={() => {
      toggle?.()
      if (!open)
        requestAnimationFrame(() => document.getElementById(`lab-${part}`)?.scrollIntoView({ block: 'nearest' }))
    }}
  >
    {text}
  </button>
)

/** The basins are a layer of the document: the same switch as under what is shown on the ground. */
function useBasinsSwitch(): Switch {
  const layers = useScene((state) => state.scene.view.layers)
  const { setView } = useActions()
  const open = layers.includes('basins')
  const without = layers.filter((layer) => layer !== 'basins')
  return { open, toggle: () => setView({ layers: open ? without : [...without, 'basins'] }) }
}

function useSwarmSwitch(): Switch {
  const released = useScene((state) => state.swarm !== null)
  const { endSwarm } = useActions()
  const [opened, setOpened] = useState(false)
  const open = opened || released
  const toggle = () => {
    setOpened(!open)
    if (open) endSwarm()
  }
  return { open, toggle }
}

function useSweepSwitch(): Switch {
  const open = useScene((state) => state.sweep !== null)
  const subject = useSubject()
  const { openSweep, closeSweep } = useActions()
  const axes = subject?.optimizer === undefined ? null : usualAxes(subject.optimizer)
  if (open) return { open, toggle: closeSweep }
  if (subject === null || axes === null)
    return { open, toggle: undefined, obstacle: 'Takes two hyperparameters that are numbers' }
  return { open, toggle: () => openSweep(subject.index, ...axes) }
}
