import { useEffect, useRef, useState } from 'react'
import { useScene, useSceneStore } from '../../store/react'
import { ChevronDown } from '../icons'
import { type ReadyScene, readyScenes } from '../scenes'

/** The lecture-ready scenes, each with the one idea it shows. */
export function SceneMenu() {
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
      {open && <SceneList onChosen={close} />}
    </div>
  )
}

function SceneList({ onChosen }: { readonly onChosen: () => void }) {
  const { scene, playback } = useSceneStore()
  const current = useScene((state) => state.scene.title)
  const choose = ({ scene: next, problems }: ReadyScene) => {
    const { view } = scene.getState().scene
    scene.getState().load({ ...next, view: { ...next.view, theme: view.theme } }, problems)
    playback.getState().restart()
    playback.getState().play()
    onChosen()
  }
  return (
    <ul className="popover scene-list" aria-label="Scenes">
      {readyScenes().map((ready) => (
        <li key={ready.name}>
          <button
            type="button"
            className="scene-item"
            aria-current={ready.scene.title === current || undefined}
            onClick={() => choose(ready)}
          >
            <strong>{ready.scene.title}</strong>
            <span>{ready.scene.description}</span>
          </button>
        </li>
      ))}
    </ul>
  )
}
