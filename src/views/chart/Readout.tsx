import type { CSSProperties } from 'react'
import { useStore } from 'zustand'
import type { StoreApi } from 'zustand/vanilla'
import type { Cue } from '../../scene/types'
import type { Climber, PlaybackActions, PlaybackState } from '../../store/types'
import { nameOf } from '../name-of'
import { identityOf } from '../theme'
import type { LossCurve } from './loss-scale'
import { lossText } from './readout'

interface Props {
  readonly step: number
  readonly climbers: readonly Climber[]
  readonly curves: readonly LossCurve[]
  readonly cues: readonly Cue[]
  readonly playback: StoreApi<PlaybackState & PlaybackActions>
}

/** Every climber's loss at the step under the pointer. The scrubber says the same to those who listen. */
export function Readout({ step, climbers, curves, cues, playback }: Props) {
  const last = useStore(playback, (state) => state.last)
  const cue = cues.find((cue) => Math.abs(cue.step - step) <= last / 100)
  return (
    <div className="loss-readout" style={{ '--share': step / Math.max(last, 1) } as CSSProperties} aria-hidden="true">
      <p className="loss-readout-step">step {step}</p>
      {cue !== undefined && <p className="loss-readout-cue">{cue.note}</p>}
      <table>
        <tbody>
          {climbers.map((climber, n) => (
            <tr key={n}>
              <td>
                <Line climber={n} />
              </td>
              <th scope="row">{nameOf(climber)}</th>
              <td className="loss-readout-value">{lossText(curves[n]!, step)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

/** A short piece of a climber's line. */
function Line({ climber }: { readonly climber: number }) {
  const { color, dash } = identityOf(climber)
  const line = { x1: 1, x2: 23, y1: 4, y2: 4, strokeDasharray: dash.join(' ') || undefined }
  return (
    <svg viewBox="0 0 24 8" width="24" height="8" aria-hidden="true" focusable="false">
      <line {...line} className="loss-readout-rim" strokeWidth="4" />
      <line {...line} stroke={color} strokeWidth="2.2" />
    </svg>
  )
}
