import { pythonScript } from '../../export/script'
import { walkScene } from '../../export/walk-scene'
import type { Scene } from '../../scene/types'

interface PythonFile {
  readonly text: string
  /** Which climbers are not in it, for people; undefined where all are. */
  readonly missing: string | undefined
}

/** The script that walks a scene's runs again. Throws an Error with words for people where there is nothing to walk. */
export function pythonFile(scene: Scene): PythonFile {
  const { walked, problems } = walkScene(scene)
  const { text, exported, refused } = pythonScript(walked)
  const names = refused.map(({ index }) => walked.runs[index]!.name)
  if (exported === 0) throw new Error(names.length === 0 ? 'there is no climber to export' : refused[0]!.reason)
  const reasons = [
    ...(names.length === 0 ? [] : [`${names.join(', ')} cannot be written as update equations`]),
    ...problems.map(({ message }) => message),
  ]
  return { text, missing: reasons.length === 0 ? undefined : `Not in the script: ${reasons.join('; ')}.` }
}
