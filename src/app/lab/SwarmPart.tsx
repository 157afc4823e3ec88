import { useState } from 'react'
import { useActions, useScene } from '../../store/react'
import { newSeed } from '../climbers/noise-seed'
import { Segmented } from '../controls/Segmented'
import { usePage, usePageActions } from '../page-context'
import { TallyList } from './TallyList'
import { formatCount, sayCensus, tallyOfCensus } from './tally'
import { type Subject, useClimber, whyNoSwarm } from './use-subject'
import { type SwarmReading, useSwarmReading } from './use-swarm-reading'
import { Who } from './Who'

const COUNTS = [
  ['100', '100'],
  ['1000', '1,000'],
  ['10000', '10,000'],
  ['100000', '100,000'],
] as const
const PLACEMENTS = [
  ['grid', 'grid'],
  ['random', 'random'],
] as const

/** Releases many climbers at once, and counts where they are. */
export function SwarmPart({ subject }: { readonly subject: Subject }) {
  const swarm = useScene((state) => state.swarm)
  const released = useClimber(swarm?.climber ?? -1)
  const { releaseSwarm } = useActions()
  const { setSwarming } = usePageActions()
  const [count, setCount] = useState<string>(String(swarm?.count ?? 10_000))
  const [placement, setPlacement] = useState<'grid' | 'random'>(swarm?.placement.kind === 'random' ? 'random' : 'grid')
  const obstacle = whyNoSwarm(subject)
  const release = () => {
    const seed = swarm?.placement.kind === 'random' ? swarm.placement.seed : 0
    releaseSwarm({
      climber: subject.index,
      count: Number(count),
      placement: placement === 'grid' ? { kind: 'grid' } : { kind: 'random', seed: newSeed(seed, Math.random) },
    })
    setSwarming(true)
  }
  return (
    <div className="lab-part" id="lab-swarm">
      <Who subject={released ?? subject}>released many times at once.</Who>
      {swarm !== null && <Where />}
      <Segmented label="How many climbers" value={count} options={COUNTS} onChange={setCount} />
      <Segmented label="Where they start" value={placement} options={PLACEMENTS} onChange={setPlacement} />
      {obstacle !== null && <p className="panel-note">No swarm: {obstacle}.</p>}
      {swarm === null ? (
        <button type="button" className="button primary" disabled={obstacle !== null} onClick={release}>
          Release {formatCount(Number(count))}
        </button>
      ) : (
        <LiveControls onRelease={obstacle === null ? release : undefined} />
      )}
    </div>
  )
}

function LiveControls({ onRelease }: { readonly onRelease: (() => void) | undefined }) {
  const swarming = usePage((state) => state.swarming)
  const { setSwarming } = usePageActions()
  const { endSwarm } = useActions()
  return (
    <div className="chips">
      <button type="button" className="chip" onClick={() => setSwarming(!swarming)}>
        {swarming ? 'pause' : 'continue'}
      </button>
      <button type="button" className="chip" disabled={onRelease === undefined} onClick={onRelease}>
        release again
      </button>
      <button type="button" className="chip" onClick={endSwarm}>
        end
      </button>
    </div>
  )
}

/** Where they are, counted a few times a second; aloud only once they stand. */
function Where() {
  const reading = useSwarmReading()
  const swarming = usePage((state) => state.swarming)
  return (
    <>
      {reading !== null && <Counts reading={reading} swarming={swarming} />}
      <p className="visually-hidden" aria-live="polite">
        {reading !== null && !swarming && spoken(reading)}
      </p>
    </>
  )
}

function Counts({ reading, swarming }: { readonly reading: SwarmReading; readonly swarming: boolean }) {
  const { census, minima, count, taken } = reading
  const state = swarming ? 'walking' : reading.settled ? 'settled' : 'paused'
  return (
    <div className="swarm-counts" data-swarm={state}>
      <p className="lab-line">
        {state === 'walking' ? 'Step' : state === 'settled' ? 'Settled after step' : 'Paused at step'}{' '}
        {formatCount(taken)}
      </p>
      {census === null ? (
        <p className="panel-note">Counting them once the critical points are found…</p>
      ) : (
        <TallyList
          label="Where the climbers are"
          tallies={tallyOfCensus(census, count)}
          minima={minima}
          undecided="still walking"
          figure="count"
        />
      )}
    </div>
  )
}

const spoken = ({ census, minima, count, taken, settled }: SwarmReading): string =>
  `The swarm ${settled ? 'has settled' : 'stands'} after ${formatCount(taken)} steps` +
  (census === null ? '.' : `: ${sayCensus(tallyOfCensus(census, count), minima)}.`)
