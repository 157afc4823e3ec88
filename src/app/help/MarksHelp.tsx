import type { CriticalKind } from '../../analysis/types'
import { Swatch } from '../climbers/Swatch'
import { KindGlyph } from '../surface/KindGlyph'

const KINDS: readonly (readonly [CriticalKind, string])[] = [
  ['minimum', 'minimum: uphill in every direction'],
  ['saddle', 'saddle: downhill one way, uphill across it'],
  ['maximum', 'maximum: downhill in every direction'],
  ['degenerate', 'degenerate: level, and the curvature does not say what it is'],
]

/** What the marks on the ground mean. */
export function MarksHelp() {
  return (
    <ul className="marks">
      {KINDS.map(([kind, words]) => (
        <li key={kind}>
          <KindGlyph kind={kind} /> {words}
        </li>
      ))}
      <li>
        <Swatch index={1} /> a climber: her colour, dash and shape are the same on card, trail and chart
      </li>
      <li>
        The flag is her start: drag it. The arrow at her feet is the slope that she feels, pointing the way she is told.
      </li>
      <li>A faint trail lies behind the ground. The chart below is time: drag in it.</li>
    </ul>
  )
}
