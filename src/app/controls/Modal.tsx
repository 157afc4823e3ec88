import { type ReactNode, useEffect, useId, useRef } from 'react'
import { Close } from '../icons'
import { IconButton } from './IconButton'
import '../styles/dialogs.css'

interface ModalProps {
  readonly title: string
  readonly onClose: () => void
  readonly children: ReactNode
}

/** The platform's modal dialog: it keeps the focus, closes with Escape and with a click beside it. */
export function Modal({ title, onClose, children }: ModalProps) {
  const ref = useRef<HTMLDialogElement>(null)
  const heading = useId()
  useEffect(() => {
    const dialog = ref.current
    dialog?.showModal()
    return () => dialog?.close()
  }, [])
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: Escape is the keyboard's way out, and the platform gives it.
    <dialog
      ref={ref}
      className="modal"
      aria-labelledby={heading}
      onClose={onClose}
      onClick={(event) => event.target === event.currentTarget && onClose()}
    >
      <div className="modal-body">
        <header className="modal-header">
          <h2 id={heading}>{title}</h2>
          <IconButton label="Close" onClick={onClose}>
            <Close />
          </IconButton>
        </header>
        {children}
      </div>
    </dialog>
  )
}
