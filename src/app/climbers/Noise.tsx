import { isMethod, type Optimizer } from '../../optimizers/optimizer'
import { DEFAULT_DF, type NoiseSpec } from '../../simulation/noise'
import { withNoise } from '../../store/edit-run'
import { useActions } from '../../store/react'
import type { Climber } from '../../store/types'
import { NumberField } from '../controls/NumberField'
import { Segmented } from '../controls/Segmented'
import { Slider } from '../controls/Slider'
import { NoiseSeed } from './NoiseSeed'
import { usualScale } from './noise-scale'

interface NoiseProps {
  readonly index: number
  readonly climber: Climber
  readonly rule: Optimizer
}

type Kind = NoiseSpec['kind'] | 'none'

const KINDS: readonly (readonly [Kind, string])[] = [
  ['none', 'exactly'],
  ['gaussian', 'Gaussian'],
  ['student-t', 'heavy tails'],
]

const SCALES: Readonly<Record<NoiseSpec['kind'], string>> = {
  gaussian: 'Standard deviation of the noise in each coordinate',
  'student-t': 'What a number with heavy tails is multiplied by, in each coordinate',
}

/** What she feels: the true slope, or the slope and noise of her own seed; and the seed of all that is random. */
export function Noise({ index, climber, rule }: NoiseProps) {
  const { run, trajectory } = climber
  // Whoever never asks for a slope feels no noise in it.
  const feels = run.noise !== undefined || (trajectory?.evaluations.gradient ?? 1) > 0
  const isRandom = run.noise !== undefined || (isMethod(rule) && rule.seeded === true)
  return (
    <div className="noise">
      {feels && <Feeling index={index} climber={climber} />}
      {isRandom && <NoiseSeed index={index} run={run} />}
    </div>
  )
}

function Feeling({ index, climber: { run, trajectory } }: Omit<NoiseProps, 'rule'>) {
  const { replaceRun } = useActions()
  const { noise } = run
  const feel = (next: NoiseSpec | undefined) => replaceRun(index, withNoise(run, next))
  const choose = (kind: Kind) =>
    feel(kind === 'none' ? undefined : { kind, scale: noise?.scale ?? usualScale(trajectory) })
  return (
    <>
      <p className="noise-name" title="Noise that is added to each coordinate of the slope, as minibatches do">
        She feels the slope
      </p>
      <Segmented label="Noise" value={noise?.kind ?? 'none'} options={KINDS} onChange={choose} />
      {noise !== undefined && (
        <NoiseNumber
          name="scale"
          help={`${SCALES[noise.kind]}, in units of the slope`}
          value={noise.scale}
          range={[1e-3, 1e3]}
          bounds={[0, 1e12]}
          onChange={(scale) => feel({ ...noise, scale })}
        />
      )}
      {noise?.kind === 'student-t' && (
        <NoiseNumber
          name="df"
          help="Degrees of freedom: the fewer, the more often she stumbles far; at 2 or less the variance is infinite"
          value={noise.df ?? DEFAULT_DF}
          range={[0.5, 50]}
          bounds={[0.5, 1000]}
          onChange={(df) => feel({ ...noise, df })}
        />
      )}
    </>
  )
}

interface NoiseNumberProps {
  readonly name: string
  readonly help: string
  readonly value: number
  /** What the slider offers, and what a document may say. */
  readonly range: readonly [number, number]
  readonly bounds: readonly [number, number]
  readonly onChange: (value: number) => void
}

function NoiseNumber({ name, help, value, range: [min, max], bounds, onChange }: NoiseNumberProps) {
  const [least, most] = bounds
  const check = (number: number) => (number >= least && number <= most ? undefined : `from ${least} to ${most}`)
  return (
    <div className="row noise-row">
      <span className="row-name" title={help}>
        {name}
      </span>
      <Slider label={`noise, ${name}`} title={help} value={value} min={min} max={max} scale="log" onChange={onChange} />
      <NumberField label={`noise, ${name}, value`} value={value} check={check} onChange={onChange} />
    </div>
  )
}
