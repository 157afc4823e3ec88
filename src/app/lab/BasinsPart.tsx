import { useMemo } from 'react'
import { useScene } from '../../store/react'
import { useShown } from '../shown'
import { useMedia } from '../use-media'
import { TallyList } from './TallyList'
import { tallyOfMap } from './tally'
import type { Subject } from './use-subject'
import { Who } from './Who'

/** The legend of the basin map: which colour leads where, and how much of the map it covers. */
export function BasinsPart({ subject }: { readonly subject: Subject }) {
  const basins = useScene((state) => state.basins)
  const progress = useScene((state) => state.basinsProgress)
  const shown = useShown()
  const touch = useMedia('(pointer: coarse)')
  const tallies = useMemo(() => (basins === null ? null : tallyOfMap(basins)), [basins])
  return (
    <div className="lab-part" id="lab-basins" data-map-size={basins?.size}>
      <Who subject={subject}>from every start: the colour says where she ends.</Who>
      {basins === null || tallies === null ? (
        <p className="panel-note">
          {progress === null ? 'Waiting for the critical points…' : 'Walking from everywhere…'}
        </p>
      ) : (
        <TallyList
          label="Basins of attraction, as shares of the map"
          tallies={tallies}
          minima={basins.minima}
          undecided="undecided"
          figure="share"
        />
      )}
      {shown('release') && (
        <p className="panel-note">
          {touch ? 'Hold a finger anywhere on the ground' : 'Click anywhere on the ground'} to walk from there.
        </p>
      )}
    </div>
  )
}
