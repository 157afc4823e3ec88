import type { Layer } from '../../scene/types'
import { useActions, useScene } from '../../store/react'

const LAYERS: readonly (readonly [Layer, string, string])[] = [
  ['contours', 'contours', 'Lines of equal height'],
  ['critical-points', 'critical points', 'Minima, maxima and saddles'],
  ['gradient', 'gradient', 'Arrows that point where the ground falls fastest'],
  ['basins', 'basins', 'Every start in the colour of the minimum that the selected climber reaches from it'],
]

/** What is drawn over the ground, as toggles. */
export function Layers() {
  const layers = useScene((state) => state.scene.view.layers)
  const { setView } = useActions()
  const toggle = (layer: Layer) =>
    setView({ layers: layers.includes(layer) ? layers.filter((other) => other !== layer) : [...layers, layer] })
  return (
    <div className="chips">
      {LAYERS.map(([layer, text, help]) => (
        <button
          key={layer}
          type="button"
          className="chip"
          title={help}
          aria-pressed={layers.includes(layer)}
          onClick={() => toggle(layer)}
        >
          {text}
        </button>
      ))}
    </div>
  )
}
