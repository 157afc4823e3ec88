import type { CSSProperties } from 'react'
import type { Insets } from '../../views/landscape/props'
import { Legend } from '../Legend'
import { CueNote } from './CueNote'
import { Hints } from './Hints'
import { Notice } from './Notice'
import { Problems } from './Problems'
import { Trouble } from './Trouble'
import { WorkStatus } from './WorkStatus'

/** Words over the part of the ground that no panel covers: news above, quiet remarks below. */
export function StatusLayer({ insets }: { readonly insets: Insets }) {
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
        <CueNote />
      </div>
      <div className="status-remarks">
        <Hints />
        <Legend />
      </div>
    </div>
  )
}
