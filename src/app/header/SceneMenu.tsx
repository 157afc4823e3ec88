import { type ReactNode, useEffect, useRef, useState } from 'react'
import { type Example, examples } from '../../scene/examples'
import { useScene, useSceneStore } from '../../store/react'
import { ChevronDown } from '../icons'
import { useReplay } from '../use-replay'
import { FileItems } from './FileItems'

/** The lecture-ready scenes, each with the one idea it shows; and scenes from and into files. */
export function SceneMenu({ children }: { readonly children?: ReactNode }) {
  const [open, setOpen] = useState(false)
  const root = useRef<HTMLDivElement>(null)
  const button = useRef<HTMLButtonElement>(null)
  const title = useScene((state) => state.scene.title || (state.surface?.title ?? '') || 'Your surface')
  const close = () => {
    setOpen(false)
    button.current?.focus()
  }
  useEffect(() => {
    if (!open) return
    const outside = (event: Event) => {
      if (!root.current?.contains(event.target as Node)) setOpen(false)
    }
    document.addEventListener('pointerdown', outside)
    document.addEventListener('focusin', outside)
    return () => {
      document.removeEventListener('pointerdown', outside)
      document.removeEventListener('focusin', outside)
    }
  }, [open])
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: Escape is caught on its way out of the buttons inside.
    <div
      ref={root}
      className="scene-menu"
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || !open) return
        event.stopPropagation()
        close()
      }}
    >
      <button
        ref={button}
        type="button"
        className="button scene-button"
        aria-expanded={open}
        aria-haspopup="true"
        title={title}
        onClick={() => setOpen(!open)}
      >
        <span className="scene-title">{title}</span>
        <ChevronDown />
      </button>
      {open && <SceneList onChosen={close}>{children}</SceneList>}
    </div>
  )
}

interface SceneListProps {
  readonly onChosen: () => void
  /** Further controls, below the files. */
  readonly children: ReactNode
}

function SceneList({ onChosen, children }: SceneListProps) {
  const { scene } = useSceneStore()
  const replay = useReplay()
  const current = useScene((state) => state.scene.title)
  const choose = ({ scene: next }: Example) => {
    // The reader's theme stays: light and dark are no part of a lesson.
    const { theme } = scene.getState().scene.view
    scene.getState().load({ ...next, view: { ...next.view, theme } })
    replay()
    onChosen()
  }
  return (
    <div className="popover scene-popover panel">
      <ul className="scene-list" aria-label="Scenes">
        {examples.map((example) => (
          <li key={example.name}>
            <button
              type="button"
              className="scene-item"
              aria-current={example.title === current || undefined}
              onClick={() => choose(example)}
            >
              <strong>{example.title}</strong>
              <span>{example.description}</span>
            </button>
          </li>
        ))}
      </ul>
      <FileItems onDone={onChosen} />
      {children && <div className="file-items">{children}</div>}
    </div>
  )
}
