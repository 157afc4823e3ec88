import { writeJson } from './json'
import { limits } from './limits'
import { type ParsedScene, parseScene } from './parse'
import { SceneError } from './problem'
import { documentOf } from './serialize'
import { pack, unpack } from './share-packed'
import { fromEntries, toEntries } from './share-readable'
import type { Scene } from './types'

/** A readable link longer than this is no longer readable. */
const READABLE_LENGTH = 400

interface ShareOptions {
  /** Parts of the page to leave out: `['panels', 'gallery']`. */
  readonly hide?: readonly string[]
}

export interface SharedScene extends ParsedScene {
  readonly hide: readonly string[]
}

/**
 * The scene as a URL's hash, `#` included: readable `key=value` pairs when that says everything in few characters, else
 * `s=` and the packed document. `decodeHash` gives the same scene back, every number to the last bit.
 * Throws SceneError when the scene is too large for a link.
 */
export function encodeHash(scene: Scene, { hide = [] }: ShareOptions = {}): string {
  const extras = hide.length === 0 ? '' : `&hide=${hide.map(encode).join(',')}`
  const readable = toEntries(scene).map(([key, value]) => `${encode(key)}=${encode(value)}`)
  const text = readable.join('&')
  const hash = `#${text.length <= READABLE_LENGTH && saysAll(text, scene) ? text : `s=${pack(documentText(scene))}`}${extras}`
  if (hash.length > limits.hashLength) {
    throw new SceneError('the scene is too large for a link: save it as a file instead')
  }
  return hash
}

/**
 * The scene of a URL's hash, or null when it has none. `theme=` beside a packed scene overrides its own.
 * Throws SceneError, and nothing else, for a link that cannot be used.
 */
export function decodeHash(hash: string): SharedScene | null {
  const text = hash.replace(/^#/, '')
  if (text.length > limits.hashLength) {
    throw new SceneError(`the link has ${text.length} characters after #; the limit is ${limits.hashLength}`)
  }
  const pairs = text.split('&').filter((pair) => pair !== '')
  const entries = pairs.map(splitPair)
  const hide = entries.filter(([key]) => key === 'hide').flatMap(([, value]) => value.split(',').filter(Boolean))
  const rest = entries.filter(([key]) => key !== 'hide')
  const packed = rest.find(([key]) => key === 's')
  if (packed !== undefined) {
    const theme = rest.find(([key]) => key === 'theme')?.[1]
    return { ...themed(parseScene(unpack(packed[1])), theme), hide }
  }
  if (!rest.some(([key]) => key === 'surface' || key === 'formula' || key === 'optimizer')) return null
  return { ...parseScene(fromEntries(rest)), hide }
}

function themed(parsed: ParsedScene, theme: string | undefined): ParsedScene {
  if (theme !== 'auto' && theme !== 'light' && theme !== 'dark') return parsed
  return { ...parsed, scene: { ...parsed.scene, view: { ...parsed.scene.view, theme } } }
}

/** Whether the pairs read back as exactly this scene. */
function saysAll(text: string, scene: Scene): boolean {
  try {
    const read = decodeHash(text)
    return read !== null && read.problems.length === 0 && documentText(read.scene) === documentText(scene)
  } catch {
    return false
  }
}

const documentText = (scene: Scene) => writeJson(documentOf(scene))

function splitPair(pair: string): readonly [string, string] {
  const equals = pair.indexOf('=')
  const [key, value] = equals === -1 ? [pair, ''] : [pair.slice(0, equals), pair.slice(equals + 1)]
  return [decode(key), decode(value)]
}

/** Percent-encodes what a hash or a `key=value` pair cannot hold, and leaves formulas readable. */
const encode = (text: string) =>
  encodeURIComponent(text).replace(/%(2B|2C|2F|3A|5E)/g, (code) => decodeURIComponent(code))

function decode(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    throw new SceneError('the link is damaged: a % is not followed by two hexadecimal digits')
  }
}
