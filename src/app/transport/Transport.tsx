import { usePlayback, useScene, useSceneStore } from '../../store/react'
import LossChart from '../../views/chart/LossChart'
import { useTheme } from '../page-context'
import { useShown } from '../shown'
import { Pause, Play, Restart, StepBack, StepForward } from './icons'
import { Speed } from './Speed'
import { StepNumber } from './StepNumber'
import './transport.css'

const PARTS = ['play', 'step', 'restart', 'scrub', 'speed', 'chart'] as const

/** Time: the player's buttons, the step, the speed, and the loss chart that is the timeline. */
export default function Transport() {
  const isShown = useShown()
  if (!PARTS.some((part) => isShown(part))) return null
  const hasTimeline = isShown('chart') || isShown('scrub')
  return (
    <section className="transport" data-edge="bottom" aria-label="Time">
      <div className="transport-bar" data-bare={!isShown('chart') || undefined}>
        <Buttons restart={isShown('restart')} step={isShown('step')} play={isShown('play')} />
        <div className="transport-time">
          <StepNumber />
          {isShown('speed') && <Speed />}
        </div>
        {hasTimeline && <Timeline lines={isShown('chart')} scrubbable={isShown('scrub')} />}
      </div>
    </section>
  )
}

interface ButtonsProps {
  readonly restart: boolean
  readonly step: boolean
  readonly play: boolean
}

function Buttons({ restart, step, play }: ButtonsProps) {
  const playing = usePlayback((state) => state.playing)
  const actions = useSceneStore().playback.getState()
  if (!restart && !step && !play) return null
  return (
    <div className="transport-buttons">
      {restart && (
        <button type="button" aria-label="Back to the start" title="Back to the start (R)" onClick={actions.restart}>
          <Restart />
        </button>
      )}
      {step && (
        <button type="button" aria-label="One step back" title="One step back (←)" onClick={() => actions.stepBy(-1)}>
          <StepBack />
        </button>
      )}
      {play && (
        <button
          type="button"
          className="transport-play"
          aria-label={playing ? 'Pause' : 'Play'}
          title={playing ? 'Pause (Space)' : 'Play (Space)'}
          onClick={actions.toggle}
        >
          {playing ? <Pause /> : <Play />}
        </button>
      )}
      {step && (
        <button type="button" aria-label="One step on" title="One step on (→)" onClick={() => actions.stepBy(1)}>
          <StepForward />
        </button>
      )}
    </div>
  )
}

function Timeline({ lines, scrubbable }: { readonly lines: boolean; readonly scrubbable: boolean }) {
  const { playback } = useSceneStore()
  const climbers = useScene((state) => state.climbers)
  const selected = useScene((state) => state.selected)
  const cues = useScene((state) => state.scene.cues)
  const theme = useTheme()
  return (
    <div className="transport-timeline">
      <LossChart
        climbers={climbers}
        playback={playback}
        theme={theme}
        selected={selected}
        cues={cues}
        lines={lines}
        scrubbable={scrubbable}
      />
    </div>
  )
}
