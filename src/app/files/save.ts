import { serialize } from '../../scene/serialize'
import type { Scene } from '../../scene/types'

/** Hands a file to the reader's browser. */
export function download(content: Blob, name: string): void {
  const address = URL.createObjectURL(content)
  const link = document.createElement('a')
  link.href = address
  link.download = name
  link.click()
  // The browser has taken the file by then.
  setTimeout(() => URL.revokeObjectURL(address), 1000)
}

export const sceneFile = (scene: Scene): Blob => new Blob([serialize(scene)], { type: 'application/json' })

/** `Four climbers, four valleys` is `four-climbers-four-valleys`. */
export const fileName = (title: string): string =>
  title
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '') || 'landscape'
