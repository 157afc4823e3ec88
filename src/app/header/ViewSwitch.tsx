import type { ViewMode } from '../../scene/types'
import { useActions, useScene } from '../../store/react'
import { Segmented } from '../controls/Segmented'
import { usePage } from '../page-context'
import { SMALL, useMedia } from '../use-media'

const modes = (small: boolean): readonly (readonly [ViewMode, string])[] => [
  ['landscape', small ? '3-D' : 'Landscape'],
  ['map', 'Map'],
  ['both', 'Both'],
]

export function ViewSwitch() {
  const mode = useScene((state) => state.scene.view.mode)
  const webgl = usePage((state) => state.webgl)
  const { setView } = useActions()
  const small = useMedia(SMALL)
  if (!webgl) return <span className="header-note">Map only: no WebGL here</span>
  return <Segmented label="View" value={mode} options={modes(small)} onChange={(value) => setView({ mode: value })} />
}
