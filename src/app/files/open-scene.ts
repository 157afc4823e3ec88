import { limits } from '../../scene/limits'
import { type ParsedScene, parseScene } from '../../scene/parse'

/** Reads a file as a scene. Throws an Error with words for people, the file's name first. */
export async function openScene(file: File): Promise<ParsedScene> {
  try {
    if (file.size > limits.documentLength) throw new Error('it is too large for a scene')
    return parseScene(await file.text())
  } catch (error) {
    throw new Error(`${file.name} could not be opened: ${error instanceof Error ? error.message : String(error)}.`)
  }
}
