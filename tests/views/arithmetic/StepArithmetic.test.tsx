// @vitest-environment happy-dom
import { act } from 'react'
import { beforeEach, expect, test } from 'vitest'
import { optimizers } from '../../../src/registry'
import { simulate } from '../../../src/simulation/simulate'
import { SceneContext } from '../../../src/store/react'
import { createSceneStore } from '../../../src/store/scene-store'
import type { SceneStore } from '../../../src/store/types'
import StepArithmetic, { type StepArithmeticProps } from '../../../src/views/arithmetic/StepArithmetic'
import { format } from '../../../src/views/format'
import { mounted } from '../../mounted'
import { catalog, FakeEngine, scene } from '../../store/fixtures'
import { himmelblau, walked } from './walks'

const mounting = mounted()
let store: SceneStore

beforeEach(() => {
  store = mounting.keep(createSceneStore({ engine: new FakeEngine(), catalog, scene: scene() }))
  store.playback.getState().setLast(20)
})

const show = (props: StepArithmeticProps) =>
  mounting.render(
    <SceneContext value={store}>
      <StepArithmetic {...props} />
    </SceneContext>,
  )

const sgd = walked({ optimizer: 'SGD' }, { steps: 10 })
const ofSgd = { optimizer: optimizers.get('SGD')!, ...sgd }
const seek = (step: number) => act(() => store.playback.getState().seek(step))
const press = (label: string) =>
  act(() => mounting.host.querySelector<HTMLElement>(`button[aria-label="${label}"]`)!.click())
const head = () => mounting.host.querySelector('.arithmetic-head p')!.textContent
const results = () =>
  [...mounting.host.querySelectorAll('.arithmetic-result')].map((element) => element.getAttribute('title'))

test('shows the numbers of the step at the playhead, in full when asked', () => {
  show(ofSgd)
  expect(mounting.host.textContent).toContain('She has not stepped yet.')
  seek(3.9)
  expect(head()).toBe('step 3 of 10')
  const { theta, gradient } = sgd.trajectory
  const [x, y, fromX, fromY] = [theta[6]!, theta[7]!, theta[4]!, theta[5]!]
  expect(results()).toEqual([gradient[4]!, gradient[5]!, x, y, x - fromX, y - fromY].map(String))
  expect(mounting.host.textContent).toContain(`= ${format(x)}`)
})

test('steps forward and back, holding the playhead still', () => {
  show(ofSgd)
  act(() => store.playback.getState().play())
  press('The step after')
  press('The step after')
  expect(store.playback.getState()).toMatchObject({ step: 2, playing: false })
  press('The step before')
  expect(head()).toBe('step 1 of 10')
})

test('stays at the last step of a walk that is over', () => {
  show(ofSgd)
  seek(20)
  expect(head()).toBe('step 10 of 10')
  press('The step before')
  expect(head()).toBe('step 9 of 10')
})

test('shows no numbers of a walk that other settings walked', () => {
  show({ ...ofSgd, spec: { ...sgd.spec, hyperparameters: { ...sgd.spec.hyperparameters, lr: 0.5 } } })
  seek(3)
  expect(results()).toEqual([])
  expect(mounting.host.textContent).toContain('still being computed')
})

test('says what noise and wrappers did', () => {
  const run = walked({ optimizer: 'SGD', wrappers: ['SAM'] }, { noise: { kind: 'gaussian', scale: 1 }, maximize: true })
  show({ optimizer: run.compiled.rule, ...run })
  seek(1)
  const notes = [...mounting.host.querySelectorAll('.arithmetic-note')].map((note) => note.textContent)
  expect(notes).toHaveLength(3)
  expect(notes.join(' ')).toMatch(/turned upside down.*noisy.*SAM/)
})

test('tells the step of a method in words', () => {
  const optimizer = optimizers.get('LBFGS')!
  const { hyperparameters } = optimizer
  const spec = { optimizer: 'LBFGS', hyperparameters, start: [1, 1], maximize: false, steps: 3, seed: 0 }
  const trajectory = simulate(himmelblau, optimizer, spec)
  show({ optimizer, spec, trajectory, objective: himmelblau })
  seek(1)
  expect(mounting.host.querySelector('.arithmetic-words')!.textContent).toMatch(/iterations.*goes to/)
})
