import type { ViewMode } from '../../scene/types'
import { useActions, useScene } from '../../store/react'
import { Segmented } from '../controls/Segmented'
import { usePage } from '../page-context'

const MODES: readonly (readonly [ViewMode, string])[] = [
  ['landscape', 'Landscape'],
  ['map', 'Map'],
  ['both', 'Both'],
]

export function ViewSwitch() {
  const mode = useScene((state) => state.scene.view.mode)
  const webgl = usePage((state) => state.webgl)
  const { setView } = useActions()
  if (!webgl) return <span className="header-note">Map only: no WebGL here</span>
  return <Segmented label="View" value={mode} options={MODES} onChange={(value) => setView({ mode: value })} />
}
