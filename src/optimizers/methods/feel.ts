import { format } from '../../math/format'
import type { Random } from '../../math/random'
import { method, type StepRecord, update } from '../method'
import { anyDirection, around } from './chance'
import { plus, type Vector } from './vectors'
import { describeMove, place, stateNumber } from './words'

interface State {
  theta: Vector
  /** How far she reaches next. */
  arm: number
  /** The direction she chose, of length 1; zero when nowhere is lower. */
  d: Vector
  /** The loss where she stands, once known. */
  loss: number | null
}

export default method({
  name: 'Feel',
  summary: 'The blindfolded climber’s own way: feel around at arm’s length, and step where it goes down most.',
  reference: 'Hooke & Jeeves 1961, "Direct search"; compass search: Kolda, Lewis & Torczon 2003, SIAM Review 45',
  hyperparameters: { k: 8, arm: 0.25, stride: 'arm', lr: 0.01, shrink: 0.5, jitter: false },
  choices: { stride: ['arm', 'slope'] },
  seeded: true,
  recorded: ['d', 'arm'],
  validate: ({ k }) => (Number.isInteger(k) ? undefined : `k must be a whole number, not ${k}`),
  begin: ({ hyperparameters: { arm } }, start): State => ({
    theta: start,
    arm,
    d: new Float64Array(start.length),
    loss: null,
  }),
  /** Stride `arm`: to the lowest place felt. Stride `slope`: that way, `lr` for each unit of slope felt. */
  step(climb, state: State) {
    const { k, stride, lr, shrink, jitter } = climb.hyperparameters
    const { theta, arm } = state
    const here = state.loss ?? climb.oracle.value(theta)
    const feelers = directions(k, theta.length, jitter, climb.random).map((direction) => {
      const place = plus(theta, direction, arm)
      return { direction, place, loss: climb.oracle.value(place) }
    })
    const lowest = feelers.reduce((best, one) => (one.loss < best.loss || Number.isNaN(best.loss) ? one : best))
    const slope = (here - lowest.loss) / arm
    const leadsDown = slope > 0
    for (const feeler of feelers) {
      const felt = Number.isFinite(feeler.loss) ? 'noted' : 'undefined'
      const verdict = leadsDown && feeler === lowest ? 'accepted' : felt
      climb.attempt({ kind: 'feeler', theta: feeler.place, loss: feeler.loss, verdict })
    }
    if (!leadsDown) {
      update(state, { d: new Float64Array(theta.length), arm: arm * shrink, loss: here })
    } else if (stride === 'arm') {
      update(state, { d: lowest.direction, theta: lowest.place, loss: lowest.loss })
    } else {
      update(state, { d: lowest.direction, theta: plus(theta, lowest.direction, lr * slope), loss: null })
    }
  },
  describe,
})

/** `k` directions of length 1: evenly around in the plane (turned by chance with `jitter`), by chance in other dimensions. */
function directions(k: number, dimension: number, jitter: boolean, random: Random): readonly Vector[] {
  if (dimension !== 2) return Array.from({ length: k }, () => anyDirection(dimension, random))
  const turn = jitter ? random.uniform() : 0
  return Array.from({ length: k }, (_, i) => around((i + turn) / k))
}

function describe(record: StepRecord): readonly string[] {
  const arm = stateNumber(record, 'arm', 'from')
  const chosen = record.attempts.find(({ verdict }) => verdict === 'accepted')
  const [down, lower] = record.maximize ? ['up', 'higher'] : ['down', 'lower']
  const felt = `felt ${record.attempts.length} places at arm's length, ${format(arm)}`
  if (chosen === undefined) {
    return [`${felt}: none is ${lower}`, `reaches ${format(stateNumber(record, 'arm'))} next`, describeMove(record)]
  }
  const slope = Math.abs(chosen.loss - record.from.loss) / arm
  return [
    `${felt}: steepest ${down} towards ${place(record.to.state.get('d')!)}, slope ${format(slope)}`,
    describeMove(record),
  ]
}
