import type { HyperparameterKind } from '../hyperparameters'

type Entry = readonly [name: string, kind: HyperparameterKind]

const many = Number.POSITIVE_INFINITY
const positive = { min: 0, max: many, above: true }
const share = { min: 0, max: 1, above: true, below: true }

const entry = (
  scale: HyperparameterKind['scale'],
  name: string,
  range: HyperparameterKind['range'],
  valid: HyperparameterKind['valid'],
  help: string,
): Entry => [name, { scale, range, valid, help }]

/** A choice among words has a help text only. */
const choice = (name: string, help: string): Entry => entry('linear', name, [0, 1], { min: 0, max: 1 }, help)

/** The hyperparameters that only methods have. */
export const methodHyperparameters: readonly Entry[] = [
  entry('linear', 'max_iter', [1, 50], { min: 1, max: 10_000 }, 'iterations in one step'),
  entry('linear', 'max_eval', [0, 100], { min: 0, max: 100_000 }, 'evaluations in one step; 0: 1.25 max_iter'),
  entry('log', 'tolerance_grad', [1e-12, 1e-2], { min: 0, max: many }, 'a step stops at slopes below this'),
  entry('log', 'tolerance_change', [1e-15, 1e-2], { min: 0, max: many }, 'a step stops at changes below this'),
  entry('linear', 'history_size', [1, 100], { min: 1, max: 10_000 }, 'how many changes of slope are remembered'),
  choice('line_search_fn', 'how the length of a step is found: not at all, or by the strong Wolfe conditions'),
  choice(
    'line_search',
    'how the length of a step is found: halved until it pays, by the strong Wolfe conditions, or exactly',
  ),
  entry('log', 'c1', [1e-6, 0.5], share, 'the share of the promised descent that a step must bring'),
  entry('linear', 'c2', [0.01, 0.99], share, 'the share of the slope that a step may leave'),
  entry('linear', 'shrink', [0.1, 0.9], share, 'factor by which what is too long is shortened'),
  choice('ConjugateGradient.beta', 'how the share of the last direction is chosen'),
  choice('restart', 'forget the last direction where it is no help any more'),
  choice(
    'Newton.variant',
    'plain: to the level place; damped: only as far as it pays; saddle-free: away from saddles and summits',
  ),
  entry(
    'log',
    'LevenbergMarquardt.damping',
    [1e-6, 100],
    { min: 0, max: 1e12, above: true },
    'how short the leash is at first',
  ),
  entry(
    'linear',
    'LevenbergMarquardt.factor',
    [1.5, 20],
    { min: 1, max: 1e6, above: true },
    'how fast the leash gets shorter and longer',
  ),
  entry('log', 'radius', [1e-3, 10], positive, 'radius of the first circle of trust'),
  entry('log', 'max_radius', [0.1, 1000], positive, 'greatest radius of the circle'),
  entry(
    'linear',
    'TrustRegion.eta',
    [0, 0.24],
    { min: 0, max: 0.25, below: true },
    'the share of the promise a step must keep',
  ),
  entry('log', 'size', [1e-3, 10], positive, 'length of the first triangle’s sides'),
  entry('linear', 'reflection', [0.5, 2], positive, 'how far the worst corner is thrown over the others'),
  entry('linear', 'expansion', [1.1, 4], { min: 1, max: many, above: true }, 'how much farther if that pays'),
  entry('linear', 'contraction', [0.1, 0.9], share, 'how far the worst corner is drawn in'),
  choice('order', 'which axis is next: in turn, by chance, or the steepest'),
  entry('log', 'reach', [1e-3, 10], positive, 'how far a first try goes'),
  entry('log', 'temperature', [1e-3, 1000], { min: 0, max: many }, 'the rise of the loss she is shaken over at first'),
  entry('linear', 'cooling', [0.8, 1], { min: 0, max: 1 }, 'factor of the temperature from step to step'),
  entry('linear', 'Feel.k', [3, 32], { min: 3, max: 1000 }, 'places felt at each step'),
  entry('log', 'arm', [1e-3, 5], positive, 'how far she can reach'),
  choice('stride', 'arm: she steps where she reached; slope: lr for each unit of slope'),
  choice('jitter', 'feel in directions turned by chance'),
]
