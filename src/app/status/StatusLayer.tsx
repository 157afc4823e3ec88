import type { CSSProperties } from 'react'
import type { Insets } from '../../views/landscape/props'
import { AfterFirstWalk } from '../AfterFirstWalk'
import { Legend } from '../Legend'
import { Hints } from '../later'
import { SMALL, useMedia } from '../use-media'
import { CueRoom } from './CueNote'
import { Notice } from './Notice'
import { Problems } from './Problems'
import { Trouble } from './Trouble'
import { WorkStatus } from './WorkStatus'

/** Words over the part of the ground that no panel covers: news above, quiet remarks below. */
export function StatusLayer({ insets }: { readonly insets: Insets }) {
  const small = useMedia(SMALL)
  const room = {
    '--left': `${insets.left}px`,
    '--right': `${insets.right}px`,
    '--top': `${insets.top}px`,
    '--bottom': `${insets.bottom}px`,
  } as CSSProperties
  return (
    <div className="status-layer" style={room}>
      <div className="status-news">
        <Trouble />
        <Problems />
        <WorkStatus />
        <Notice />
        <CueRoom />
      </div>
      <div className="status-remarks" data-inset="bottom">
        {!small && (
          <AfterFirstWalk room="hints-room">
            <Hints />
          </AfterFirstWalk>
        )}
        <Legend />
      </div>
    </div>
  )
}
