import type { SceneRun } from '../../scene/types'
import { withSeed } from '../../store/edit-run'
import { useActions } from '../../store/react'
import { IconButton } from '../controls/IconButton'
import { NumberField } from '../controls/NumberField'
import { Dice } from './icons'
import { newSeed } from './noise-seed'

interface NoiseSeedProps {
  readonly index: number
  readonly run: SceneRun
}

/** The seed of all that is random in her walk: the same seed, the same walk. */
export function NoiseSeed({ index, run }: NoiseSeedProps) {
  const { replaceRun } = useActions()
  const { seed = 0 } = run
  const set = (next: number) => replaceRun(index, withSeed(run, next))
  return (
    <div className="row noise-row seed-row">
      <span className="row-name" title="The same seed gives the same walk, on every machine">
        seed
      </span>
      <NumberField label="seed" value={seed} check={checkSeed} onChange={set} />
      <IconButton label="New seed" onClick={() => set(newSeed(seed, Math.random))}>
        <Dice />
      </IconButton>
    </div>
  )
}

const checkSeed = (value: number) =>
  Number.isInteger(value) && value >= 0 && value < 2 ** 32 ? undefined : 'a whole number, from 0 to 4294967295'
