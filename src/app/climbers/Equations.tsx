import { type ReactNode, Suspense, useCallback, useEffect, useRef, useState } from 'react'
import type { UpdateRule } from '../../optimizers/rule'
import type { SceneRun } from '../../scene/types'
import { useSceneStore } from '../../store/react'
import type { Climber } from '../../store/types'
import { Modal } from '../controls/Modal'
import { Reference } from '../optimizers/Reference'
import { RuleEquations } from '../optimizers/RuleEquations'
import { asTyped } from '../optimizers/retyped'
import { usePage, usePageStore } from '../page-context'
import { SMALL, useMedia } from '../use-media'
import { EquationEditor, prepared } from './equation-editor'

interface EquationsProps {
  readonly index: number
  readonly climber: Climber
  /** Undefined while a typed optimizer cannot be read. */
  readonly rule: UpdateRule | undefined
}

/** The update equations that run; pressed, they become the text that declares everything. */
export function Equations({ index, climber, rule }: EquationsProps) {
  const { run, spec } = climber
  const { editing, edit, stop } = useEditing(index)
  const [open, setOpen] = useState(editing)
  const button = useRef<HTMLButtonElement>(null)
  const drafted = useDrafted(index, run)
  useEffect(() => {
    if (editing) setOpen(true)
  }, [editing])
  const close = () => {
    stop()
    requestAnimationFrame(() => button.current?.focus())
  }
  const equations = rule !== undefined && (
    <RuleEquations rule={rule} hyperparameters={spec?.hyperparameters ?? rule.hyperparameters} />
  )
  return (
    <details
      className="disclosure"
      open={open}
      onToggle={({ currentTarget }) => {
        setOpen(currentTarget.open)
        if (!currentTarget.open) stop()
      }}
    >
      <summary>Equations</summary>
      {open && editing ? (
        <Suspense fallback={equations}>
          <Place onClose={close}>
            <EquationEditor index={index} run={run} onClose={close}>
              {equations}
            </EquationEditor>
          </Place>
        </Suspense>
      ) : (
        <>
          {equations}
          {rule !== undefined && rule.reference !== '' && (
            <p className="panel-note">
              <Reference reference={rule.reference} />
            </p>
          )}
          <button ref={button} type="button" className="link-button" {...prepared} onClick={edit}>
            {drafted ? 'Go on with your draft' : 'Edit the equations'}
          </button>
        </>
      )}
    </details>
  )
}

/** Whether a text that cannot be read yet waits for her. */
function useDrafted(index: number, run: SceneRun): boolean {
  const { catalog } = useSceneStore()
  const draft = usePage((state) => state.equationDraft)
  return draft?.index === index && draft.over === asTyped(run, catalog).equations
}

/** In the card, or, on a small screen, in a dialog that leaves the ground in sight. */
function Place({ onClose, children }: { readonly onClose: () => void; readonly children: ReactNode }) {
  const small = useMedia(SMALL)
  if (!small) return children
  return (
    <Modal title="Equations" onClose={onClose}>
      {children}
    </Modal>
  )
}

/** Whether this climber's equations are open as a text; they are no longer once her card is closed. */
function useEditing(index: number) {
  const page = usePageStore()
  const editing = usePage((state) => state.editing === index)
  const stop = useCallback(() => {
    if (page.getState().editing === index) page.getState().edit(-1)
  }, [page, index])
  useEffect(() => stop, [stop])
  return { editing, edit: () => page.getState().edit(index), stop }
}
