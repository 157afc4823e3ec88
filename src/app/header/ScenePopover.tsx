import type { ReactNode } from 'react'
import { type Example, examples } from '../../scene/examples'
import { useScene, useSceneStore } from '../../store/react'
import { useReplay } from '../use-replay'
import { FileItems } from './FileItems'

interface ScenePopoverProps {
  readonly onChosen: () => void
  /** Further controls, below the files. */
  readonly children: ReactNode
}

/** The lecture-ready scenes, each with the one idea it shows; files below them. */
export default function ScenePopover({ onChosen, children }: ScenePopoverProps) {
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
