import { exp } from '../../expression/lowering/exponential'
import { scalar } from '../../expression/lowering/scalar'
import { format } from '../../math/format'
import { method, type StepRecord, update } from '../method'
import { gaussian } from './chance'
import type { Vector } from './vectors'
import { describeMove, place, stateNumber } from './words'

interface State {
  theta: Vector
  loss: number
  /** Of the next step. */
  temperature: number
  /** The lowest place so far. */
  best: Vector
  bestLoss: number
}

export default method({
  name: 'SimulatedAnnealing',
  summary: 'Tumbles about and lets herself be shaken uphill while it is hot, ever less as it cools.',
  reference: 'Metropolis et al. 1953; Kirkpatrick, Gelatt & Vecchi 1983, Science 220 (geometric cooling)',
  hyperparameters: { temperature: 1, cooling: 0.98, reach: 0.3 },
  seeded: true,
  recorded: ['temperature', 'best'],
  begin(climb, start): State {
    const loss = climb.oracle.value(start)
    return { theta: start, loss, temperature: climb.hyperparameters.temperature, best: start, bestLoss: loss }
  },
  /** One proposal, Gaussian of standard deviation `reach` along each axis, taken or left. */
  step(climb, state: State) {
    const { cooling, reach } = climb.hyperparameters
    const theta = state.theta.map((value) => value + reach * gaussian(climb.random))
    // Drawn in any case, so that what chance brings next does not depend on the ground.
    const chance = climb.random.uniform()
    const loss = climb.oracle.value(theta)
    const rise = loss - state.loss
    const accepted = rise <= 0 || (Number.isFinite(loss) && chance < exp(scalar, -rise / state.temperature))
    const failed = Number.isFinite(loss) ? 'rejected' : 'undefined'
    climb.attempt({ kind: 'probe', theta, loss, verdict: accepted ? 'accepted' : failed })
    state.temperature *= cooling
    if (!accepted) return
    update(state, { theta, loss })
    if (loss < state.bestLoss) update(state, { best: theta, bestLoss: loss })
  },
  describe,
})

function describe(record: StepRecord): readonly string[] {
  const [proposal] = record.attempts
  const temperature = stateNumber(record, 'temperature', 'from')
  if (proposal === undefined) return [describeMove(record)]
  const rise = (proposal.loss - record.from.loss) * (record.maximize ? -1 : 1)
  const [better, worse] = record.maximize ? ['higher', 'lower'] : ['lower', 'higher']
  const odds =
    rise <= 0
      ? `${better} by ${format(-rise)}: always taken`
      : `${worse} by ${format(rise)}: taken with probability exp(−${format(rise)} / ${format(temperature)}) = ${format(Math.exp(-rise / temperature), 3)}`
  return [
    `temperature ${format(temperature)}; proposes ${place(proposal.theta)}`,
    Number.isFinite(proposal.loss) ? odds : 'no loss there: never taken',
    describeMove(record),
  ]
}
