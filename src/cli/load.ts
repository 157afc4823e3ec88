import { limits } from '../scene/limits'
import { type ParsedScene, parseScene } from '../scene/parse'
import { describeProblem, SceneError } from '../scene/problem'
import { type Resolved, resolveSurface } from '../scene/resolve'
import type { Scene } from '../scene/types'
import type { SurfaceSpec } from '../surfaces/surface'
import { type Io, UsageError } from './io'

/** Reads the scene at `path`, or on standard input for `-`. Throws UsageError. */
export async function loadScene(path: string, io: Io): Promise<ParsedScene> {
  const text = new TextDecoder().decode(path === '-' ? await readAll(io.input) : await readFile(path, io))
  try {
    return parseScene(text, { headless: true })
  } catch (error) {
    if (!(error instanceof SceneError)) throw error
    throw new UsageError(`${nameOf(path)}: ${describeProblem(error)}`)
  }
}

export const nameOf = (path: string): string => (path === '-' ? 'standard input' : path)

async function readFile(path: string, io: Io): Promise<Uint8Array> {
  try {
    return await io.readFile(path)
  } catch (error) {
    const { code } = error as { readonly code?: string }
    const reasons = new Map([
      ['ENOENT', 'there is no such file'],
      ['EISDIR', 'it is a folder'],
      ['EACCES', 'permission denied'],
    ])
    throw new UsageError(`cannot read ${path}: ${reasons.get(code ?? '') ?? code ?? 'unknown reason'}`)
  }
}

async function readAll(input: AsyncIterable<Uint8Array>): Promise<Uint8Array> {
  const chunks: Uint8Array[] = []
  let length = 0
  for await (const chunk of input) {
    length += chunk.length
    if (length > limits.headlessLength) throw new UsageError('standard input: the scene is too large')
    chunks.push(chunk)
  }
  return Buffer.concat(chunks)
}

/** The scene's surface, or UsageError. */
export const surfaceOf = (scene: Scene, path: string): SurfaceSpec => unwrap(resolveSurface(scene.surface), path)

/** What was resolved, or UsageError with the place in the document and in the formula. */
export function unwrap<T>(resolved: Resolved<T>, path: string): T {
  if (resolved.ok) return resolved.spec
  const { problem } = resolved
  const place = problem.position === undefined ? '' : ` (at character ${problem.position} of the formula)`
  throw new UsageError(`${nameOf(path)}: ${describeProblem(problem)}${place}`)
}
