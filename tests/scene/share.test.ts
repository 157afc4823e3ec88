import * as fc from 'fast-check'
import { deflateSync } from 'fflate'
import { describe, expect, test } from 'vitest'
import { parseScene } from '../../src/scene/parse'
import { SceneError } from '../../src/scene/problem'
import { decodeHash, encodeHash } from '../../src/scene/share'
import { anyScene } from './arbitrary'

test('any scene survives its link, every number to the last bit', () => {
  fc.assert(
    fc.property(anyScene, (scene) => {
      const shared = decodeHash(encodeHash(scene))
      expect(shared?.problems).toEqual([])
      expect(shared?.scene).toStrictEqual(scene)
    }),
  )
})

const race = parseScene({
  version: 1,
  surface: 'himmelblau',
  runs: [
    { optimizer: 'Adam', start: [-0.5, -0.5], hyperparameters: { lr: 0.05 } },
    {
      optimizer: 'SGD',
      start: [-0.5, 0.1],
      hyperparameters: { lr: 0.01, momentum: 0.9, nesterov: true },
      maximize: true,
    },
  ],
}).scene

test('a simple scene is a link that people can read', () => {
  expect(encodeHash(race)).toBe(
    '#surface=himmelblau&optimizer=Adam&lr=0.05&start=-0.5,-0.5&optimizer=SGD&lr=0.01&momentum=0.9&nesterov=true&maximize=true&start=-0.5,0.1',
  )
})

test('a typed formula stays readable', () => {
  const { scene } = parseScene({
    version: 1,
    surface: { formula: '(1-x)^2 + b(y-x^2)^2', domain: { x: [-2, 2], y: [-1, 3] }, parameters: { b: 100 } },
    runs: [{ optimizer: 'SGD', start: [-1, 1] }],
    view: { theme: 'dark', camera: { azimuth: 30, elevation: 45, zoom: 1.5 }, layers: [] },
  })
  const hash = encodeHash(scene)
  expect(hash).toBe(
    '#formula=(1-x)^2%20+%20b(y-x^2)^2&domain=-2,2,-1,3&parameter.b=100&camera=30,45,1.5&layers=&theme=dark&optimizer=SGD&start=-1,1',
  )
  expect(decodeHash(hash)?.scene).toEqual(scene)
})

test('a scene that says more is packed', () => {
  const scene = { ...race, description: 'Two climbers leave the same place.', cues: [{ step: 3, note: 'Look!' }] }
  const hash = encodeHash(scene)
  expect(hash).toMatch(/^#s=[A-Za-z0-9_-]+$/)
  expect(decodeHash(hash)?.scene).toEqual(scene)
})

test('hide= trims the page and theme= overrides the packed scene', () => {
  const packed = encodeHash({ ...race, description: 'packed' }, { hide: ['gallery', 'chart'] })
  const shared = decodeHash(`${packed}&theme=dark`)
  expect(shared?.hide).toEqual(['gallery', 'chart'])
  expect(shared?.scene.view.theme).toBe('dark')
  expect(decodeHash('#surface=sphere&theme=light')?.scene.view.theme).toBe('light')
})

test.each(['', '#', '#hide=chart', '#section-2', '#a=b&c'])('%j holds no scene', (hash) => {
  expect(decodeHash(hash)).toBeNull()
})

test('a mistyped value is reported and the rest lives', () => {
  const shared = decodeHash('#surface=sphere&steps=many&optimizer=Adam&lr=0.1&start=1,two')
  expect(shared?.problems.map((problem) => problem.path)).toEqual(['runs[0].start', 'steps'])
  expect(shared?.scene.runs[0]).toMatchObject({ optimizer: 'Adam', hyperparameters: { lr: 0.1 } })
})

describe("a scene's key among a climber's", () => {
  test.each([
    ['mode=both', { view: { mode: 'both' } }],
    ['layers=gradient', { view: { layers: ['gradient'] } }],
    ['camera=30,45,2', { view: { camera: { azimuth: 30, elevation: 45, zoom: 2 } } }],
    ['theme=dark', { view: { theme: 'dark' } }],
    ['tries=false', { view: { tries: false } }],
    ['steps=50', { steps: 50 }],
    ['title=Two', { title: 'Two' }],
  ])('%s is the scene’s', (pair, expected) => {
    for (const rest of [`${pair}&lr=0.1`, `lr=0.1&${pair}`, `lr=0.1&optimizer=SGD&${pair}`]) {
      const shared = decodeHash(`#surface=himmelblau&optimizer=Adam&${rest}`)
      expect(shared?.problems).toEqual([])
      expect(shared?.scene).toMatchObject(expected)
      expect(shared?.scene.runs[0]?.hyperparameters).toEqual({ lr: 0.1 })
    }
  })

  test('the surface too may come last', () => {
    const { scene } = decodeHash('#optimizer=SGD&lr=0.1&formula=a*x^2%2By^2&parameter.a=3&domain=-1,1,-1,1')!
    expect(scene.surface).toEqual({ formula: 'a*x^2+y^2', parameters: { a: 3 }, domain: { x: [-1, 1], y: [-1, 1] } })
    expect(scene.runs[0]?.hyperparameters).toEqual({ lr: 0.1 })
  })

  test('is hers where her optimizer has a hyperparameter of that name', () => {
    const equations = 'param steps = 3\ntheta = theta - steps g'
    const hers = decodeHash(
      `#surface=sphere&steps=50&optimizer=Mine&steps=7&equations=${encodeURIComponent(equations)}`,
    )
    expect(hers?.scene.steps).toBe(50)
    expect(hers?.scene.runs[0]?.hyperparameters).toEqual({ steps: 7 })
  })

  test('a seed is hers', () => {
    const shared = decodeHash('#surface=sphere&seed=1&optimizer=SGD&seed=2')
    expect([shared?.scene.seed, shared?.scene.runs[0]?.seed]).toEqual([1, 2])
  })
})

test('a link to climbers without a surface says what is missing', () => {
  expect(() => decodeHash('#optimizer=Adam&lr=0.1')).toThrow('the link names no surface')
})

const base64url = (bytes: Uint8Array) => Buffer.from(bytes).toString('base64url')

const broken: readonly (readonly [what: string, hash: string, message: string])[] = [
  ['half a packed link', encodeHash({ ...race, description: 'long '.repeat(50) }).slice(0, -9), 'the link is damaged'],
  ['a packed link with foreign letters', '#s=%00%01', 'the link is damaged'],
  ['packed bytes that are no deflate stream', `#s=${base64url(Uint8Array.of(7, 7, 7, 7))}`, 'the link is damaged'],
  ['no packed text', '#s=', 'the link is damaged'],
  ['packed text that is no scene', `#s=${base64url(deflateSync(new TextEncoder().encode('[]')))}`, 'must be an object'],
  ['a bomb', `#s=${base64url(deflateSync(new Uint8Array(20_000_000), { level: 9 }))}`, 'the link holds more than'],
  ['a very long link', `#surface=${'x'.repeat(40_000)}`, 'the limit is 32768'],
  ['a lonely percent sign', '#surface=%', 'the link is damaged'],
  ['a surface twice over', '#surface=sphere&formula=x', 'keep one of them'],
]

test.each(broken)('%s is a clear error', (_, hash, message) => {
  expect(() => decodeHash(hash)).toThrow(SceneError)
  expect(() => decodeHash(hash)).toThrow(message)
})

test('no text makes a link throw anything but a clear error', () => {
  const text = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.base64String().map((s) => `#s=${s.replace(/=/g, '')}`),
    fc
      .array(
        fc.tuple(
          fc.constantFrom(
            'surface',
            'formula',
            'optimizer',
            'start',
            'camera',
            'domain',
            'parameter.__proto__',
            '__proto__',
            'lr',
          ),
          fc.string(),
        ),
      )
      .map((pairs) => `#${pairs.map((pair) => pair.join('=')).join('&')}`),
  )
  fc.assert(
    fc.property(text, (hash) => {
      try {
        decodeHash(hash)
      } catch (error) {
        expect(error).toBeInstanceOf(SceneError)
      }
    }),
    { numRuns: 1000 },
  )
})
