import { useEffect } from 'react'
import { useSceneStore } from '../../store/react'
import type { SceneStore } from '../../store/types'
import { usePageStore } from '../page-context'
import type { PageStore } from '../page-store'
import { useShown } from '../shown'
import { keyOwner, type PageCommand, pageCommand } from './page-keys'

/** The page's keys, for as long as no dialog is open and nothing that has the focus needs them. */
export function useKeys(): void {
  const store = useSceneStore()
  const page = usePageStore()
  const shown = useShown()
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.isComposing || page.getState().dialog !== null) return
      const press = {
        key: event.key,
        control: event.ctrlKey || event.metaKey,
        shift: event.shiftKey,
        alt: event.altKey,
      }
      const command = pageCommand(press, keyOwner(event.target))
      if (command === null || !shown(controlOf[command])) return
      event.preventDefault()
      obey(command, store, page)
    }
    document.addEventListener('keydown', onKeyDown)
    return () => document.removeEventListener('keydown', onKeyDown)
  }, [store, page, shown])
}

/** The control that a command stands for: where that is left out of the page, its key is too. */
const controlOf: Readonly<Record<PageCommand, string>> = {
  toggle: 'play',
  'step-back': 'step',
  step: 'step',
  'to-start': 'scrub',
  'to-end': 'scrub',
  restart: 'restart',
  undo: 'undo',
  redo: 'undo',
  help: 'help',
  gallery: 'gallery',
}

function obey(command: PageCommand, { scene, playback }: SceneStore, page: PageStore): void {
  const { toggle, stepBy, seek, restart, pause } = playback.getState()
  const { undo, redo } = scene.getState()
  const { openDialog } = page.getState()
  const jump = (step: number) => {
    pause()
    seek(step)
  }
  const actions: Readonly<Record<PageCommand, () => void>> = {
    toggle,
    'step-back': () => stepBy(-1),
    step: () => stepBy(1),
    'to-start': () => jump(0),
    'to-end': () => jump(Number.POSITIVE_INFINITY),
    restart,
    undo,
    redo,
    help: () => openDialog('help'),
    gallery: () => openDialog('gallery'),
  }
  actions[command]()
}
