import { useActions, useScene } from '../../store/react'

/** How far long work has come, with a way out of it; and what failed, with a way to try again. */
export function WorkStatus() {
  const progress = useScene((state) => state.progress ?? state.basinsProgress)
  const failure = useScene((state) => state.failure)
  const { cancel, retry } = useActions()
  if (failure !== null) {
    return (
      <div className="work-status" role="alert">
        <span>{failure}</span>
        <button type="button" className="chip" onClick={retry}>
          retry
        </button>
      </div>
    )
  }
  if (progress === null) return null
  return (
    <div className="work-status">
      <progress aria-label="Computing" value={progress} max={1} />
      <span className="work-share">{Math.floor(100 * progress)} %</span>
      <button type="button" className="chip" onClick={cancel}>
        cancel
      </button>
    </div>
  )
}
