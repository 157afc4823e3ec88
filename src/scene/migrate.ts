import { quote, SceneError } from './problem'
import type { Problem } from './types'

/** The version that this program writes. */
const currentVersion = 1

type Document = Readonly<Record<string, unknown>>

/** What turns a document of version n into one of version n + 1, by n. */
const migrations: ReadonlyMap<number, (document: Document) => Document> = new Map()

/**
 * Brings a document up to the current version. One without a version is taken to be current.
 * Throws SceneError for a document from a newer program: reading it by half would show something else than was meant.
 */
export function migrate(document: Document, problems: Problem[]): Document {
  let version = Object.hasOwn(document, 'version') ? document.version : currentVersion
  if (typeof version !== 'number' || !Number.isInteger(version) || version < 1) {
    problems.push({
      path: 'version',
      message: `must be ${currentVersion}, not ${quote(version)}; read as ${currentVersion}`,
    })
    version = currentVersion
  }
  if ((version as number) > currentVersion) {
    throw new SceneError(
      `the scene is of version ${version}; this program reads up to version ${currentVersion}: update it, or save the scene as version ${currentVersion}`,
      'version',
    )
  }
  let migrated = document
  for (let v = version as number; v < currentVersion; v++) migrated = migrations.get(v)?.(migrated) ?? migrated
  return { ...migrated, version: currentVersion }
}
