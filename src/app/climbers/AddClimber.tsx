import { useEffect, useRef, useState } from 'react'
import { useActions, useScene, useSceneStore } from '../../store/react'
import { Plus } from '../icons'
import { starter } from '../optimizers/examples'
import { usePage, usePageActions } from '../page-context'
import { prepareEquations } from './equation-editor'

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

/** What the panel offers at once; the gallery has them all. */
const FEATURED = ['SGD', 'Adam', 'RMSprop', 'Lion', 'Newton', 'Feel']

function OptimizerList({ onChosen }: { readonly onChosen: () => void }) {
  const { catalog } = useSceneStore()
  const { place, openDialog } = usePageActions()
  const typeOwn = useTypeOwn()
  const list = useRef<HTMLUListElement>(null)
  useEffect(() => {
    list.current?.scrollIntoView({ block: 'nearest' })
    list.current?.querySelector('button')?.focus({ preventScroll: true })
    prepareEquations()
  }, [])
  const choose = (action: () => void) => {
    action()
    onChosen()
  }
  const featured = FEATURED.map((name) => catalog.optimizers.get(name)).filter((optimizer) => optimizer !== undefined)
  return (
    <ul ref={list} className="optimizer-list" aria-label="Optimizers">
      {featured.map(({ name, summary }) => (
        <OptimizerItem key={name} name={name} summary={summary} onChoose={() => choose(() => place(name))} />
      ))}
      <OptimizerItem
        name={`All ${catalog.optimizers.size} optimizers…`}
        summary="Searched by name and by what they do, with their equations."
        onChoose={() => choose(() => openDialog('add-climber'))}
      />
      <OptimizerItem
        name="Type your own…"
        summary="A few equations, raced as you type."
        onChoose={() => choose(typeOwn)}
      />
    </ul>
  )
}

interface OptimizerItemProps {
  readonly name: string
  readonly summary: string
  readonly onChoose: () => void
}

function OptimizerItem({ name, summary, onChoose }: OptimizerItemProps) {
  return (
    <li>
      <button type="button" onClick={onChoose}>
        <strong>{name}</strong>
        <span>{summary}</span>
      </button>
    </li>
  )
}

/** A new climber beside the others, her equations open. */
function useTypeOwn(): () => void {
  const { addClimber } = useActions()
  const { edit, finishHint } = usePageActions()
  const count = useScene((state) => state.scene.runs.length)
  return () => {
    edit(count)
    addClimber({ optimizer: starter.name, equations: starter.equations })
    finishHint('race')
  }
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
