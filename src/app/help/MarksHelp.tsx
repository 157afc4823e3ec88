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
      <li>
        <TriesGlyph /> what an optimizer tries in this step, thin and light in her colour: places probed (fainter where
        they were not taken), a simplex, a circle of trust, a model’s proposals and its curves of equal height. Switch
        it off in her card.
      </li>
      <li>
        <AverageGlyph /> the average of her way, where her optimizer keeps one: a second, lighter trail with a dot at
        its end.
      </li>
      <li>A faint trail lies behind the ground. The chart below is time: drag in it.</li>
    </ul>
  )
}

/** A simplex and a probe, as on the ground. */
const TriesGlyph = () => (
  <svg className="swatch sketch-glyph" viewBox="0 0 36 16" width="36" height="16" aria-hidden="true" focusable="false">
    <path className="halo" d="M6 13L24 11 12 3z" />
    <path d="M6 13L24 11 12 3z" />
    <circle className="probe" cx="31" cy="5" r="2.4" />
  </svg>
)

const AverageGlyph = () => (
  <svg className="swatch sketch-glyph" viewBox="0 0 36 16" width="36" height="16" aria-hidden="true" focusable="false">
    <path className="halo" d="M2 12C10 3 18 12 29 7" />
    <path d="M2 12C10 3 18 12 29 7" />
    <circle className="probe" cx="29" cy="7" r="3.4" />
  </svg>
)
