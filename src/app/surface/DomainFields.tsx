import { useActions, useScene } from '../../store/react'
import type { Domain, HeightScale } from '../../surfaces/surface'
import { NumberField } from '../controls/NumberField'
import { Segmented } from '../controls/Segmented'

const SCALES: readonly (readonly [HeightScale, string])[] = [
  ['linear', 'true'],
  ['log', 'log'],
]

/** The part of the plane that is drawn, and how height is drawn. */
export default function DomainFields() {
  const surface = useScene((state) => state.surface)
  const { setHeightScale } = useActions()
  if (surface === null) return null
  return (
    <details className="disclosure">
      <summary>Domain and height</summary>
      <div className="domain">
        <AxisFields axis="x" domain={surface.domain} />
        <AxisFields axis="y" domain={surface.domain} />
        <div className="row">
          <span className="row-name" title="How height is drawn; the climbers always feel the true slope">
            height
          </span>
          <Segmented label="Height scale" value={surface.heightScale} options={SCALES} onChange={setHeightScale} />
        </div>
      </div>
    </details>
  )
}

function AxisFields({ axis, domain }: { readonly axis: 'x' | 'y'; readonly domain: Domain }) {
  const { setDomain } = useActions()
  const [low, high] = domain[axis]
  return (
    <div className="row">
      <span className="row-name math">{axis}</span>
      <span className="interval">
        <NumberField
          label={`${axis} from`}
          value={low}
          check={(value) => (value < high ? undefined : `must be below ${high}`)}
          onChange={(value) => setDomain(axis, [value, high])}
        />
        <span>to</span>
        <NumberField
          label={`${axis} to`}
          value={high}
          check={(value) => (value > low ? undefined : `must be above ${low}`)}
          onChange={(value) => setDomain(axis, [low, value])}
        />
      </span>
    </div>
  )
}
