import { expect, test } from 'vitest'
import { isEditOf } from '../../src/store/formula'
import { createSceneStore } from '../../src/store/scene-store'
import { suggestView } from '../../src/store/suggest'
import { catalog, FakeEngine, scene } from './fixtures'

const mount = (changes: Parameters<typeof scene>[0] = {}) => {
  const store = createSceneStore({ engine: new FakeEngine(), scene: scene(changes), catalog })
  return () => store.scene.getState()
}

test('the field shows the formula of the surface', () => {
  expect(mount()().draft).toBe('(x^2+y-11)^2+(x+y^2-7)^2')
})

test('a formula that can be read becomes the surface', () => {
  const state = mount()
  state().setFormula('sin x + y^2')
  expect(state().formulaProblem).toBeNull()
  expect(state().scene.surface).toMatchObject({ formula: 'sin x + y^2' })
})

test('a broken formula stays a draft; the document keeps the last good one', () => {
  const state = mount()
  const before = state().scene
  state().setFormula('sine(x)')
  expect(state().draft).toBe('sine(x)')
  expect(state().scene).toBe(before)
  expect(state().formulaProblem).toMatchObject({ position: 0, suggestion: 'sin' })
  state().discardDraft()
  expect(state().draft).toBe('(x^2+y-11)^2+(x+y^2-7)^2')
  expect(state().formulaProblem).toBeNull()
})

test('unknown names are offered as parameters and become them one by one', () => {
  const state = mount()
  state().setFormula('a x^2 + b y^2')
  expect(state().formulaProblem?.unknownNames).toContain('a')
  state().addParameter('a')
  expect(state().formulaProblem?.unknownNames).toEqual(['b'])
  state().addParameter('b')
  expect(state().formulaProblem).toBeNull()
  expect(state().scene.surface).toMatchObject({ formula: 'a x^2 + b y^2', parameters: { a: 1, b: 1 } })
})

test('a parameter that leaves the formula and comes back keeps its value', () => {
  const state = mount({ surface: { formula: 'a x^2', parameters: { a: 3 } } })
  state().setFormula('x^2')
  expect(state().scene.surface).not.toHaveProperty('parameters')
  state().setFormula('x^2 + a')
  expect(state().scene.surface).toMatchObject({ parameters: { a: 3 } })
})

test('moving a slider does not eat a broken draft', () => {
  const state = mount({ surface: { formula: 'a x^2', parameters: { a: 3 } } })
  state().setFormula('a x^2 +')
  state().setParameter('a', 4)
  expect(state().draft).toBe('a x^2 +')
  expect(state().formulaProblem).not.toBeNull()
})

test('an edited formula keeps its domain and scale, another formula gets its own', () => {
  const state = mount({ surface: 'eggholder' })
  const { draft } = state()
  state().setFormula(`${draft} + 1`)
  expect(state().scene.surface).toMatchObject({ domain: { x: [-512, 512] } })
  const other = mount({ surface: 'eggholder' })
  other().setFormula('x^2 + y^2')
  expect(other().scene.surface).toMatchObject({ domain: { x: [-5, 5], y: [-5, 5] }, heightScale: 'linear' })
})

test('while a formula is typed, domain and starts are judged against what it was before', () => {
  const state = mount({
    surface: 'eggholder',
    runs: [{ optimizer: 'SGD', start: [100, 100], hyperparameters: {}, maximize: false }],
  })
  const { draft } = state()
  state().beginGesture()
  state().setFormula('x')
  expect(state().scene.runs[0]!.start[0]).toBeLessThan(5)
  state().setFormula(draft)
  state().endGesture()
  expect(state().scene.surface).toBe('eggholder')
  expect(state().scene.runs[0]!.start).toEqual([100, 100])
})

test('Object.prototype has no say in names', () => {
  const state = mount()
  for (const text of ['constructor', '__proto__', 'toString + x', 'hasOwnProperty(x)']) {
    state().setFormula(text)
    expect(state().formulaProblem, text).not.toBeNull()
  }
})

test.each([
  ['x^2+y^2', 5, 'linear'],
  ['exp(x^2+y^2)', 2, 'log'],
  ['(1-x)^2+100(y-x^2)^2', 5, 'log'],
  ['exp(-x^2-y^2)', 5, 'linear'],
  ['sqrt(1-x^2-y^2)', 1, 'linear'],
  ['sin x sin y', 5, 'linear'],
  ['7', 5, 'linear'],
] as const)('%s is looked at within %d, %s', (formula, half, heightScale) => {
  expect(suggestView(formula, {})).toEqual({ domain: { x: [-half, half], y: [-half, half] }, heightScale })
})

test.each([
  ['x^2 + y^2', 'x^2+y^2', true],
  ['x^2+2y^2', 'x^2+y^2', true],
  ['sin(x)', '(x^2+y-11)^2+(x+y^2-7)^2', false],
  ['', 'x', false],
])('%s as an edit of %s: %s', (text, base, expected) => {
  expect(isEditOf(text, base)).toBe(expected)
})
