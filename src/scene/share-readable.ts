import type { NoiseSpec } from '../simulation/noise'
import { writeNumber } from './json'
import { SceneError } from './problem'
import { documentOf } from './serialize'
import { type Entry, sorted } from './share-order'
import type { Scene } from './types'

type Properties = Map<string, unknown>

/**
 * A scene as `key=value` pairs that people can read and edit in the address bar. Each `optimizer` begins a climber, and what
 * follows it belongs to her. Some scenes say more than pairs can; whoever calls compares what reads back.
 */
export function toEntries(scene: Scene): Entry[] {
  const { view } = documentOf(scene) as { readonly view?: Partial<Scene['view']> }
  const { title, surface, runs, steps, seed } = scene
  return [
    ...(title === '' ? [] : [['title', title] as const]),
    ...(typeof surface === 'string' ? [['surface', surface] as const] : formulaEntries(surface)),
    ...(steps === 200 ? [] : [['steps', String(steps)] as const]),
    ...(seed === 0 ? [] : [['seed', String(seed)] as const]),
    ...Object.entries(view ?? {}).map(([key, value]) => [key, viewText(value)] as const),
    ...runs.flatMap((run) => [
      ['optimizer', run.optimizer] as const,
      ...(run.equations === undefined ? [] : [['equations', run.equations] as const]),
      ...(run.wrappers === undefined ? [] : [['wrappers', run.wrappers.join(',')] as const]),
      ...Object.entries(run.hyperparameters).map(([name, value]) => [name, valueText(value)] as const),
      ...(run.maximize ? [['maximize', 'true'] as const] : []),
      ...(run.noise === undefined ? [] : [['noise', noiseText(run.noise)] as const]),
      ...(run.seed === undefined ? [] : [['seed', String(run.seed)] as const]),
      ...(run.name === undefined ? [] : [['name', run.name] as const]),
      ['start', listText(run.start)] as const,
    ]),
  ]
}

function formulaEntries(surface: Exclude<Scene['surface'], string>): Entry[] {
  const { formula, domain, parameters = {}, heightScale } = surface
  return [
    ['formula', formula],
    ...(domain === undefined ? [] : [['domain', listText([...domain.x, ...domain.y])] as const]),
    ...Object.entries(parameters).map(([name, value]) => [`parameter.${name}`, writeNumber(value)] as const),
    ...(heightScale === undefined ? [] : [['height', heightScale] as const]),
  ]
}

const noiseText = ({ kind, scale, df }: NoiseSpec) =>
  [kind, writeNumber(scale), ...(df === undefined ? [] : [writeNumber(df)])].join(',')

const listText = (values: readonly number[]) => values.map(writeNumber).join(',')
const valueText = (value: number | boolean | string) => (typeof value === 'number' ? writeNumber(value) : String(value))

function viewText(value: Scene['view'][keyof Scene['view']]): string {
  if (typeof value !== 'object') return String(value)
  return Array.isArray(value) ? value.join(',') : listText(Object.values(value as Record<string, number>))
}

/** The document that pairs describe, not yet checked. Throws SceneError where two pairs contradict. */
export function fromEntries(entries: readonly Entry[]): unknown {
  const document: Properties = new Map([['version', 1]])
  const surface: Properties = new Map()
  const { scene, climbers } = sorted(entries)
  for (const [key, text] of scene) readSceneEntry(document, surface, key, text)
  if (surface.size > 0) {
    if (document.has('surface')) throw new SceneError('the link has both a surface and a formula: keep one of them')
    document.set('surface', plain(surface))
  }
  if (!document.has('surface'))
    throw new SceneError('the link names no surface: add surface=himmelblau or formula=x^2+y^2')
  document.set('runs', climbers.map(runOf))
  return plain(document)
}

function runOf(entries: readonly Entry[]): unknown {
  const run: Properties = new Map()
  for (const [key, text] of entries) readRunEntry(run, key, text)
  return plain(run)
}

function readSceneEntry(document: Properties, surface: Properties, key: string, text: string): void {
  const view = () => nested(document, 'view')
  const [, parameter] = /^parameter\.(.+)$/.exec(key) ?? []
  if (parameter !== undefined) nested(surface, 'parameters').set(parameter, numeric(text))
  else if (key === 'formula') surface.set(key, text)
  else if (key === 'height') surface.set('heightScale', text)
  else if (key === 'domain') surface.set(key, domainOf(text))
  else if (key === 'steps' || key === 'seed') document.set(key, numeric(text))
  else if (key === 'mode' || key === 'theme') view().set(key, text)
  else if (key === 'tries') view().set(key, scalar(text))
  else if (key === 'layers') view().set(key, text === '' ? [] : text.split(','))
  else if (key === 'camera') view().set(key, cameraOf(text))
  else document.set(key, text)
}

function readRunEntry(run: Properties, key: string, text: string): void {
  if (key === 'optimizer' || key === 'name') run.set(key, text)
  else if (key === 'start') run.set(key, numbers(text))
  else if (key === 'equations') run.set('optimizer', { name: run.get('optimizer'), equations: text })
  else if (key === 'wrappers') run.set(key, text === '' ? [] : text.split(','))
  else if (key === 'noise') run.set(key, noiseFrom(text))
  else if (key === 'maximize' || key === 'seed') run.set(key, scalar(text))
  else nested(run, 'hyperparameters').set(key, scalar(text))
}

function nested(properties: Properties, key: string): Properties {
  const known = properties.get(key)
  if (known instanceof Map) return known
  const created: Properties = new Map()
  properties.set(key, created)
  return created
}

/** Maps become objects whose keys are own properties, whatever they are called. */
const plain = (properties: Properties): unknown =>
  Object.fromEntries([...properties].map(([key, value]) => [key, value instanceof Map ? plain(value) : value]))

/** A number as people and `writeNumber` write it; other text is left for the schema to refuse. */
const numeric = (text: string): number | string =>
  /^-?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i.test(text) ? Number(text) : text
const numbers = (text: string) => text.split(',').map(numeric)

function scalar(text: string): number | boolean | string {
  if (text === 'true' || text === 'false') return text === 'true'
  return numeric(text)
}

function noiseFrom(text: string): unknown {
  const [kind, scale, df] = text.split(',')
  return { kind, scale: numeric(scale ?? ''), ...(df !== undefined && { df: numeric(df) }) }
}

function domainOf(text: string): unknown {
  const [x0, x1, y0, y1] = numbers(text)
  return { x: [x0, x1], y: [y0, y1] }
}

function cameraOf(text: string): unknown {
  if (!text.includes(',')) return text
  const [azimuth, elevation, zoom] = numbers(text)
  return { azimuth, elevation, zoom }
}
