import { useActions, useSceneStore } from '../../store/react'

export function OptimizerSelect({ index, value }: { readonly index: number; readonly value: string }) {
  const { catalog } = useSceneStore()
  const { setOptimizer } = useActions()
  return (
    <label className="row">
      <span className="row-name">optimizer</span>
      <select className="select" value={value} onChange={(event) => setOptimizer(index, event.target.value)}>
        {!catalog.optimizers.has(value) && <option value={value}>{value} (unknown)</option>}
        {[...catalog.optimizers.keys()].map((name) => (
          <option key={name} value={name}>
            {name}
          </option>
        ))}
      </select>
    </label>
  )
}
