import { expect, test } from 'vitest'
import { limits } from '../../src/scene/limits'
import { parseScene } from '../../src/scene/parse'
import { describeProblem, SceneError } from '../../src/scene/problem'
import himmelblau from '../../src/surfaces/himmelblau'

const adam = { optimizer: 'Adam', start: [-0.5, -0.5], hyperparameters: { lr: 0.05 } }
const document = { version: 1, surface: 'himmelblau', runs: [adam] }

test('fills in every default', () => {
  const { scene, problems } = parseScene({ version: 1, surface: 'himmelblau', runs: [{ optimizer: 'Adam' }] })
  expect(problems).toEqual([])
  expect(scene).toEqual({
    version: 1,
    title: '',
    description: '',
    surface: 'himmelblau',
    runs: [{ optimizer: 'Adam', start: himmelblau.start, hyperparameters: {}, maximize: false }],
    steps: 200,
    seed: 0,
    view: {
      mode: 'landscape',
      camera: 'isometric',
      layers: ['contours', 'critical-points'],
      theme: 'auto',
      tries: true,
    },
    cues: [],
  })
})

test('a typed surface is drawn on [-5, 5] where it does not say, and a climber starts on it', () => {
  const { scene } = parseScene({
    version: 1,
    surface: { formula: 'x^2 - a y^2', domain: { x: [0, 10] }, parameters: { a: 1 } },
    runs: [{ optimizer: 'SGD' }],
  })
  expect(scene.surface).toEqual({
    formula: 'x^2 - a y^2',
    domain: { x: [0, 10], y: [-5, 5] },
    parameters: { a: 1 },
  })
  expect(scene.runs[0]!.start).toEqual([3, 2])
})

/** One bad item each: what is reported, and what lives on. */
const repairs: readonly (readonly [what: string, changes: object, problems: readonly string[], kept: object])[] = [
  ['a null run', { runs: [null, adam] }, ['runs[0]: must be a run'], { runs: [{ optimizer: 'Adam' }] }],
  [
    'a run without an optimizer',
    { runs: [adam, { start: [0, 0] }] },
    ['runs[1].optimizer: is missing'],
    { runs: [{}] },
  ],
  ['runs that are no list', { runs: 'Adam' }, ['runs: must be a list'], { runs: [] }],
  [
    'a start that is not finite',
    { runs: [{ ...adam, start: [Number.NaN, 0] }] },
    ['runs[0].start: must be [x, y], two finite numbers'],
    { runs: [{ start: himmelblau.start, hyperparameters: { lr: 0.05 } }] },
  ],
  [
    'a start of three',
    { runs: [{ ...adam, start: [1, 2, 3] }] },
    ['runs[0].start: must be [x, y], two finite numbers'],
    { runs: [{ start: himmelblau.start }] },
  ],
  [
    'a hyperparameter that is a tuple',
    { runs: [{ ...adam, hyperparameters: { lr: 0.1, betas: [0.9, 0.99] } }] },
    ["runs[0].hyperparameters.betas: must be a number, true or false, or a text; PyTorch's tuples are split: betas is"],
    { runs: [{ hyperparameters: { lr: 0.1 } }] },
  ],
  [
    'a misplaced learning rate',
    { runs: [{ ...adam, lr: 0.1 }] },
    ['runs[0].lr: is not known and was left out'],
    { runs: [{ hyperparameters: { lr: 0.05 } }] },
  ],
  [
    'an unknown layer',
    { view: { layers: ['contours', 'rivers'] } },
    ['view.layers[1]: must be one of contours, critical-points, gradient'],
    { view: { layers: ['contours'] } },
  ],
  [
    'a camera of nonsense',
    { view: { camera: { azimuth: 1 } } },
    ['view.camera.elevation: is missing'],
    { view: { camera: 'isometric' } },
  ],
  [
    'a cue without a note',
    { cues: [{ step: 1 }, { step: 2, note: 'two' }] },
    ['cues[0].note: is missing'],
    { cues: [{ step: 2 }] },
  ],
  ['too many steps', { steps: 100_001 }, ['steps: must be a whole number from 1 to 100000'], { steps: 200 }],
  ['half a step', { steps: 1.5 }, ['steps: must be a whole number from 1 to 100000'], { steps: 200 }],
  [
    'a title that is too long',
    { title: 'x'.repeat(201) },
    ['title: must be a text of at most 200 characters'],
    { title: '' },
  ],
  ['a misspelt key', { step: 10 }, ['step: is not known and was left out: did you mean `steps`?'], { steps: 200 }],
  ['an unknown key', { weather: 'fog' }, ['weather: is not known and was left out: known here: version'], {}],
  [
    'a domain turned round',
    { surface: { formula: 'x', domain: { x: [1, -1], y: [0, 1] } } },
    ['surface.domain.x: must be [low, high]'],
    { surface: { domain: { x: [-5, 5], y: [0, 1] } } },
  ],
  [
    'a parameter called x',
    { surface: { formula: 'x', parameters: { x: 1, a: 2 } } },
    ['surface.parameters.x: is a variable'],
    { surface: { parameters: { a: 2 } } },
  ],
  ['a version of nonsense', { version: 'one' }, ['version: must be 1, not "one"; read as 1'], { version: 1 }],
]

test.each(repairs)('%s is dropped and reported, the rest lives', (_, changes, reported, kept) => {
  const { scene, problems } = parseScene({ ...document, ...changes })
  expect(problems).toHaveLength(reported.length)
  for (const [i, problem] of problems.entries()) expect(describeProblem(problem)).toContain(reported[i])
  expect(scene).toMatchObject(kept)
})

test('climbers past the sixty-fourth are left out and counted, unless there is no page', () => {
  const many = { ...document, runs: Array.from({ length: 70 }, () => adam) }
  const page = parseScene(many)
  expect(page.scene.runs).toHaveLength(64)
  expect(page.problems).toEqual([{ path: 'runs', message: 'has 70 entries; those past 64 were left out' }])
  const headless = parseScene(many, { headless: true })
  expect(headless.scene.runs).toHaveLength(70)
  expect(headless.problems).toEqual([])
})

test('climbers and steps together stay within what a page can keep', () => {
  const crowd = { ...document, steps: 100_000, runs: Array.from({ length: 64 }, () => adam) }
  const { scene, problems } = parseScene(crowd)
  expect(scene.steps).toBe(78_125)
  expect(problems).toEqual([{ path: 'steps', message: expect.stringContaining('shortened from 100000') }])
  expect(parseScene(crowd, { headless: true }).scene.steps).toBe(100_000)
})

const unusable: readonly (readonly [what: string, json: unknown, path: string, message: string])[] = [
  ['nothing', '', '', 'not JSON: the text is empty'],
  ['text that is cut off', '{"version":1,', '', 'not JSON'],
  ['text with a slip', '{\n  "version": 1,\n  surface: "x"\n}', '', 'not JSON (line 3, column 3)'],
  ['a list', '[]', '', 'a scene must be an object'],
  ['null', null, '', 'a scene must be an object'],
  ['no surface', { version: 1 }, 'surface', 'is missing'],
  ['a number for a surface', { version: 1, surface: 3 }, 'surface', 'must be the name of a surface, or'],
  ['a surface without a formula', { version: 1, surface: {} }, 'surface.formula', 'is missing'],
  [
    'a formula of a book',
    { version: 1, surface: { formula: 'x'.repeat(2001) } },
    'surface.formula',
    'at most 2000 characters',
  ],
  [
    'a network',
    { version: 1, surface: { network: {}, slice: {} } },
    'surface.network',
    'not supported by this version yet',
  ],
  ['a grid', { version: 1, surface: { grid: [] } }, 'surface.grid', 'not supported by this version yet'],
  ['a newer version', { version: 2, surface: 'sphere' }, 'version', 'this program reads up to version 1'],
  ['a deep nest', '['.repeat(1000), '', 'nested deeper than 32 levels'],
  ['a long text', `"${'x'.repeat(limits.documentLength)}"`, '', 'the limit is'],
]

test.each(unusable)('%s is an error on one line that says where', (_, json, path, message) => {
  const error = thrown(() => parseScene(json))
  expect(error).toBeInstanceOf(SceneError)
  expect(error.message).toContain(message)
  expect(error.message).not.toContain('\n')
  expect((error as SceneError).path).toBe(path)
})

test('brackets inside texts are not nesting', () => {
  expect(parseScene(JSON.stringify({ ...document, title: '[{'.repeat(60) })).problems).toEqual([])
})

test('a value that contains itself is refused, not followed', () => {
  const loop: Record<string, unknown> = { ...document }
  loop.view = loop
  expect(() => parseScene(loop)).toThrow('nested deeper than 32 levels')
})

test.each(['__proto__', 'constructor', 'toString'])('the key %s is just an unknown key', (key) => {
  const { scene, problems } = parseScene(`{"version":1,"surface":"sphere","${key}":{"polluted":1},"runs":[]}`)
  expect(problems.map((problem) => problem.path)).toEqual([key])
  expect(Object.keys(scene)).not.toContain(key)
  expect(({} as { polluted?: number }).polluted).toBeUndefined()
})

function thrown(work: () => unknown): Error {
  try {
    work()
  } catch (error) {
    return error as Error
  }
  throw new Error('nothing was thrown')
}
