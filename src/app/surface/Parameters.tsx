import { useState } from 'react'
import { useActions, useScene } from '../../store/react'
import { NumberField } from '../controls/NumberField'
import { Slider } from '../controls/Slider'

/** The formula's named parameters as sliders. */
export default function Parameters() {
  const surface = useScene((state) => state.scene.surface)
  const draftParameters = useScene((state) => state.draftParameters)
  const spec = useScene((state) => state.surface)
  const parameters = (typeof surface === 'string' ? spec?.parameters : surface.parameters) ?? {}
  const names = Object.keys(parameters).filter((name) => name in draftParameters || typeof surface === 'string')
  if (names.length === 0) return null
  return (
    <div className="parameters">
      {names.map((name) => (
        <Parameter key={name} name={name} value={parameters[name]!} />
      ))}
    </div>
  )
}

function Parameter({ name, value }: { readonly name: string; readonly value: number }) {
  const { setParameter } = useActions()
  const [range, setRange] = useState(() => rangeAround(value))
  const [editing, setEditing] = useState(false)
  // A value that was typed or undone to lies where the slider must be able to go.
  const [low, high] = [Math.min(range[0], value), Math.max(range[1], value)]
  return (
    <div className="parameter">
      <div className="row">
        <button
          type="button"
          className="row-name math quiet-button"
          title="Change the slider's range"
          aria-expanded={editing}
          onClick={() => setEditing(!editing)}
        >
          {name}
        </button>
        <Slider label={name} value={value} min={low} max={high} onChange={(next) => setParameter(name, next)} />
        <NumberField label={`${name}, value`} value={value} onChange={(next) => setParameter(name, next)} />
      </div>
      {editing && (
        <div className="row range-row">
          <span className="row-name">range</span>
          <span className="interval">
            <NumberField
              label={`${name}, least`}
              value={low}
              check={(next) => (next < high ? undefined : `must be below ${high}`)}
              onChange={(next) => setRange([next, high])}
            />
            <span>to</span>
            <NumberField
              label={`${name}, greatest`}
              value={high}
              check={(next) => (next > low ? undefined : `must be above ${low}`)}
              onChange={(next) => setRange([low, next])}
            />
          </span>
        </div>
      )}
    </div>
  )
}

/** A first range for a slider: as far on both sides of zero as a little more than the value. */
function rangeAround(value: number): readonly [number, number] {
  const reach = Math.max(5, 2 * Math.abs(value))
  return [-reach, reach]
}
