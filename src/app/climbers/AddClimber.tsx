import { useEffect, useRef, useState } from 'react'
import { useActions, useSceneStore } from '../../store/react'
import { Plus } from '../icons'
import { usePage, usePageActions } from '../page-context'

/** Picks an optimizer, then a place: the next click on the ground releases her, or she starts beside the others. */
export default function AddClimber() {
  const [open, setOpen] = useState(false)
  const placing = usePage((state) => state.placing)
  if (placing !== null) return <Placing optimizer={placing} />
  return (
    <div className="add-climber">
      <button type="button" className="add-button" aria-expanded={open} onClick={() => setOpen(!open)}>
        <Plus /> Add a climber
      </button>
      {open && <OptimizerList onChosen={() => setOpen(false)} />}
    </div>
  )
}

function OptimizerList({ onChosen }: { readonly onChosen: () => void }) {
  const { catalog } = useSceneStore()
  const { place } = usePageActions()
  const list = useRef<HTMLUListElement>(null)
  useEffect(() => {
    list.current?.scrollIntoView({ block: 'nearest' })
    list.current?.querySelector('button')?.focus({ preventScroll: true })
  }, [])
  return (
    <ul ref={list} className="optimizer-list" aria-label="Optimizers">
      {[...catalog.optimizers.values()].map(({ name, summary }) => (
        <li key={name}>
          <button
            type="button"
            onClick={() => {
              place(name)
              onChosen()
            }}
          >
            <strong>{name}</strong>
            <span>{summary}</span>
          </button>
        </li>
      ))}
    </ul>
  )
}

function Placing({ optimizer }: { readonly optimizer: string }) {
  const { addClimber } = useActions()
  const { place, finishHint } = usePageActions()
  const button = useRef<HTMLButtonElement>(null)
  useEffect(() => button.current?.focus(), [])
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => event.key === 'Escape' && place(null)
    document.addEventListener('keydown', onKeyDown)
    return () => document.removeEventListener('keydown', onKeyDown)
  }, [place])
  const besideOthers = () => {
    addClimber({ optimizer })
    finishHint('race')
    place(null)
  }
  return (
    <div className="placing" role="status">
      <p>
        Click the ground to release <strong>{optimizer}</strong>.
      </p>
      <div className="chips">
        <button ref={button} type="button" className="chip" onClick={besideOthers}>
          start beside the others
        </button>
        <button type="button" className="chip quiet" onClick={() => place(null)}>
          never mind
        </button>
      </div>
    </div>
  )
}
