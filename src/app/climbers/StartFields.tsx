import { useActions } from '../../store/react'
import { NumberField } from '../controls/NumberField'

interface StartFieldsProps {
  readonly index: number
  readonly start: readonly [number, number]
}

export function StartFields({ index, start: [x, y] }: StartFieldsProps) {
  const { setStart } = useActions()
  return (
    <div className="row">
      <span className="row-name" title="Or drag her flag on the ground">
        start
      </span>
      <span className="interval">
        <NumberField label="start, x" value={x} onChange={(value) => setStart(index, [value, y])} />
        <NumberField label="start, y" value={y} onChange={(value) => setStart(index, [x, value])} />
      </span>
    </div>
  )
}
