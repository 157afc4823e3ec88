import { memo, Suspense } from 'react'
import { useActions, usePlayback, useScene } from '../../store/react'
import type { Climber } from '../../store/types'
import { nameOf } from '../../views/name-of'
import { ClimberDetails } from '../later'
import { lossAt, pointAt } from './at-step'
import { Swatch } from './Swatch'
import { useSentence } from './use-sentence'

interface ClimberCardProps {
  readonly index: number
  readonly climber: Climber
}

/** One climber: who she is, the loss under her feet and what is happening to her; pressed, everything about her. */
export const ClimberCard = memo(function ClimberCard({ index, climber }: ClimberCardProps) {
  const open = useScene((state) => state.selected === index)
  const { select } = useActions()
  const { run, problem, trajectory } = climber
  const name = nameOf(climber)
  const state = problem !== null ? 'problem' : (trajectory?.outcome ?? 'waiting')
  return (
    <li className="climber" data-open={open || undefined} data-state={state}>
      <button
        type="button"
        className="climber-button"
        aria-expanded={open}
        onClick={() => select(open ? -1 : index)}
        title={open ? 'Close' : 'Settings, equations and start'}
      >
        <Swatch index={index} />
        <span className="climber-name">
          {name}
          {run.maximize && <span className="climber-direction">, climbing</span>}
        </span>
        <LossNow climber={climber} />
      </button>
      <Sentence climber={climber} />
      {open && (
        <Suspense fallback={<div className="climber-details" />}>
          <ClimberDetails index={index} climber={climber} />
        </Suspense>
      )}
    </li>
  )
})

function LossNow({ climber }: { readonly climber: Climber }) {
  const loss = usePlayback(({ step }) => lossAt(climber, step))
  const exact = usePlayback(({ step }) => {
    const { trajectory } = climber
    return trajectory === null ? undefined : trajectory.loss[pointAt(trajectory.length, step)]
  })
  return (
    <span className="climber-loss" title={exact === undefined ? undefined : `loss ${exact}`}>
      <span className="visually-hidden">loss </span>
      {loss}
    </span>
  )
}

function Sentence({ climber }: { readonly climber: Climber }) {
  const { text, ended } = useSentence(climber)
  const bad = climber.problem !== null || (ended && climber.trajectory?.outcome === 'diverged')
  return <p className={bad ? 'climber-sentence bad' : 'climber-sentence'}>{text}</p>
}
