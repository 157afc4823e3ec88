import { type ReactNode, Suspense, useEffect, useRef, useState } from 'react'
import { useScene } from '../../store/react'
import { ChevronDown } from '../icons'
import { ScenePopover } from '../later'

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
      {open && (
        <Suspense fallback={null}>
          <ScenePopover onChosen={close}>{children}</ScenePopover>
        </Suspense>
      )}
    </div>
  )
}
