import * as z from 'zod/mini'
import { sceneSchema } from './schema'

/** The published JSON Schema (2020-12) of scene documents, for editors and other programs: `scenes/scene.schema.json`. */
export function sceneJsonSchema(): string {
  const schema = z.toJSONSchema(sceneSchema, { io: 'input', target: 'draft-2020-12', reused: 'inline' })
  return `${JSON.stringify({ title: 'Blindfolded Climber scene', ...schema }, null, 2)}\n`
}
