import { type KeyboardEvent, useId, useState } from 'react'
import type { Optimizer } from '../../optimizers/optimizer'
import { useScene, useSceneStore } from '../../store/react'
import { Modal } from '../controls/Modal'
import { usePageActions } from '../page-context'
import { groupsOf, search } from './groups'
import { OptimizerDetails } from './OptimizerDetails'
import { OptimizerOptions } from './OptimizerOptions'
import { useSetOptimizer } from './use-set-optimizer'
import '../styles/optimizers.css'

interface OptimizerGalleryProps {
  /** For a climber who is yet to come; else for the one whose card is open. */
  readonly adding: boolean
}

/** Every optimizer, searched by its name and by what it does; one at a time with its equations. */
export default function OptimizerGallery({ adding }: OptimizerGalleryProps) {
  const { catalog } = useSceneStore()
  const { openDialog } = usePageActions()
  const [query, setQuery] = useState('')
  const [picked, setPicked] = useState(useCurrent(adding))
  const choose = useChoose(adding)
  const list = useId()
  const found = search(catalog.optimizers.values(), query)
  const groups = groupsOf(found)
  const inOrder = groups.flatMap(({ optimizers }) => optimizers)
  const best = query.trim() === '' ? inOrder[0] : found[0]
  const active = inOrder.find(({ name }) => name === picked) ?? best
  const close = () => openDialog(null)
  const take = (optimizer: Optimizer) => {
    close()
    choose(optimizer)
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (active === undefined || event.nativeEvent.isComposing) return
    if (event.key === 'Enter') {
      // Or the same press would go on to whatever gets the focus next.
      event.preventDefault()
      take(active)
    }
    const next = inOrder[inOrder.indexOf(active) + (moves.get(event.key) ?? 0)]
    if (!moves.has(event.key)) return
    event.preventDefault()
    if (next !== undefined) setPicked(next.name)
  }
  return (
    <Modal title={`${catalog.optimizers.size} optimizers`} onClose={close}>
      <div className="optimizer-gallery">
        <input
          ref={focusFirst}
          className="search"
          type="search"
          role="combobox"
          aria-label="Search optimizers"
          aria-expanded={true}
          aria-controls={list}
          aria-activedescendant={active && `${list}-${active.name}`}
          placeholder="Search: momentum, sign, Newton…"
          value={query}
          onChange={(event) => {
            setQuery(event.target.value)
            setPicked('')
          }}
          onKeyDown={onKeyDown}
        />
        <OptimizerOptions
          id={list}
          groups={groups}
          active={active?.name}
          onKeyDown={onKeyDown}
          onPick={setPicked}
          onTake={take}
        />
        {active === undefined ? (
          <p className="empty">
            No optimizer is called or does “{query}”. Any that is a few equations can be typed: Add a climber, Type your
            own.
          </p>
        ) : (
          <OptimizerDetails
            key={active.name}
            optimizer={active}
            action={adding ? `Add a climber with ${active.name}` : `Use ${active.name}`}
            onTake={() => take(active)}
          />
        )}
      </div>
    </Modal>
  )
}

const moves: ReadonlyMap<string, number> = new Map([
  ['ArrowUp', -1],
  ['ArrowDown', 1],
])

/** The dialog gives the focus to whoever asks for it by this attribute. With fingers, a keyboard would cover half of it. */
const focusFirst = (input: HTMLInputElement | null) => {
  if (!window.matchMedia('(pointer: coarse)').matches) input?.setAttribute('autofocus', '')
}

/** What the climber has whose card is open. */
function useCurrent(adding: boolean): string {
  const run = useScene(({ scene, selected }) => scene.runs[selected])
  return adding || run === undefined || run.equations !== undefined ? '' : run.optimizer
}

/** Gives an optimizer to the climber whose card is open, or puts a new climber next to the ground. */
function useChoose(adding: boolean): (optimizer: Optimizer) => void {
  const selected = useScene((state) => state.selected)
  const setOptimizer = useSetOptimizer()
  const { place } = usePageActions()
  return ({ name }) => (adding || selected < 0 ? place(name) : setOptimizer(selected, name))
}
