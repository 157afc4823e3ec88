import { deflateSync, Inflate, strFromU8, strToU8 } from 'fflate'
import { limits } from './limits'
import { SceneError } from './problem'

const damaged = () => new SceneError('the link is damaged: copy it again, whole')

/** Text, deflated, in the base64 alphabet that URLs leave alone. */
export function pack(text: string): string {
  const bytes = deflateSync(strToU8(text), { level: 9 })
  const binary = Array.from(bytes, (byte) => String.fromCharCode(byte)).join('')
  return btoa(binary).replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '')
}

/** The text that was packed. Stops inflating at `limits.documentLength` bytes. Throws SceneError. */
export function unpack(packed: string): string {
  if (packed.length > limits.hashLength || !/^[A-Za-z0-9_-]+$/.test(packed)) throw damaged()
  return strFromU8(inflate(fromBase64(packed)))
}

function fromBase64(text: string): Uint8Array {
  try {
    return Uint8Array.from(atob(text.replaceAll('-', '+').replaceAll('_', '/')), (c) => c.charCodeAt(0))
  } catch {
    throw damaged()
  }
}

/** Bytes that are fed to the decompressor at a time, so that a bomb is noticed after at most a thousand times as many. */
const CHUNK = 256

function inflate(bytes: Uint8Array): Uint8Array {
  const chunks: Uint8Array[] = []
  let size = 0
  let finished = false
  const stream = new Inflate((chunk, final) => {
    size += chunk.length
    if (size > limits.documentLength) {
      throw new SceneError(`the link holds more than ${limits.documentLength} bytes: share the scene as a file instead`)
    }
    chunks.push(chunk)
    finished = final
  })
  try {
    for (let i = 0; i < bytes.length; i += CHUNK) stream.push(bytes.slice(i, i + CHUNK), i + CHUNK >= bytes.length)
  } catch (error) {
    throw error instanceof SceneError ? error : damaged()
  }
  if (!finished) throw damaged()
  const whole = new Uint8Array(size)
  chunks.reduce((at, chunk) => {
    whole.set(chunk, at)
    return at + chunk.length
  }, 0)
  return whole
}
