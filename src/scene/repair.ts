import * as z from 'zod/mini'
import { nearest } from '../expression'
import { pathOf } from './problem'
import type { Problem } from './types'

type Schema = z.core.$ZodType
type Path = readonly PropertyKey[]

/** What could be saved of a value, or why nothing could. `at` is where the fault lies. */
type Repaired = { readonly ok: true; readonly value: unknown } | { readonly ok: false; readonly problem: Problem }

/**
 * Reads `value` by `schema`, dropping what is bad and keeping the rest: a bad entry of a list or a record goes, a bad
 * optional property takes its default, unknown properties are left out. Everything dropped is pushed to `problems`.
 * Fails where a required part is missing or bad. Properties are read one by one by their schema's names, so that no
 * stranger's key is ever looked up.
 */
export function repair(schema: Schema, value: unknown, problems: Problem[], path: Path = []): Repaired {
  const { def } = (schema as z.core.$ZodTypes)._zod
  if (def.type === 'default' || def.type === 'optional') {
    return value === undefined ? readWhole(schema, value, path) : repair(def.innerType, value, problems, path)
  }
  if (def.type === 'union') return repairUnion(schema, def.options, value, problems, path)
  const isObject = typeof value === 'object' && value !== null && !Array.isArray(value)
  if (def.type === 'object' && isObject) return repairObject(schema, def.shape, value, problems, path)
  if (def.type === 'record' && isObject) return repairRecord(schema, def.keyType, def.valueType, value, problems, path)
  if (def.type === 'array' && Array.isArray(value)) return repairList(schema, def.element, value, problems, path)
  return readWhole(schema, value, path)
}

/** All or nothing. */
function readWhole(schema: Schema, value: unknown, path: Path): Repaired {
  const result = z.safeParse(schema, value)
  if (result.success) return { ok: true, value: result.data }
  const message = value === undefined ? 'is missing' : (result.error.issues[0]?.message ?? 'is not valid')
  return { ok: false, problem: { path: pathOf(path), message } }
}

/** A union of a plain value and an object: an object is repaired as one, anything else is read whole. */
function repairUnion(schema: Schema, options: readonly Schema[], value: unknown, problems: Problem[], path: Path) {
  const isObject = typeof value === 'object' && value !== null && !Array.isArray(value)
  const object = options.find((option) => (option as z.core.$ZodTypes)._zod.def.type === 'object')
  return isObject && object !== undefined ? repair(object, value, problems, path) : readWhole(schema, value, path)
}

function repairObject(
  schema: Schema,
  shape: Readonly<Record<string, Schema>>,
  value: object,
  problems: Problem[],
  path: Path,
): Repaired {
  const given = new Map<string, unknown>(Object.entries(value))
  const kept: [string, unknown][] = []
  for (const [key, property] of Object.entries(shape)) {
    let result = repair(property, given.get(key), problems, [...path, key])
    if (!result.ok) {
      // What may be left out is read as if it had been.
      const { problem } = result
      result = given.has(key) ? readWhole(property, undefined, [...path, key]) : result
      if (!result.ok) return { ok: false, problem }
      problems.push(problem)
    }
    if (result.value !== undefined) kept.push([key, result.value])
  }
  for (const key of given.keys()) {
    if (!Object.hasOwn(shape, key)) problems.push(unknownKey(key, Object.keys(shape), path))
  }
  return readWhole(schema, Object.fromEntries(kept), path)
}

function unknownKey(key: string, known: readonly string[], path: Path): Problem {
  const near = nearest(key, known)
  const hint =
    near === undefined
      ? `known here: ${known.filter((name) => name !== '$schema').join(', ')}`
      : `did you mean \`${near}\`?`
  return { path: pathOf([...path, key.slice(0, 40)]), message: `is not known and was left out: ${hint}` }
}

function repairRecord(
  schema: Schema,
  keys: Schema,
  values: Schema,
  value: object,
  problems: Problem[],
  path: Path,
): Repaired {
  const kept: [string, unknown][] = []
  for (const [key, item] of Object.entries(value)) {
    const here = [...path, key.slice(0, 40)]
    const name = readWhole(keys, key, here)
    const result = name.ok ? repair(values, item, problems, here) : name
    if (result.ok) kept.push([key, result.value])
    else problems.push(result.problem)
  }
  return readWhole(schema, Object.fromEntries(kept), path)
}

function repairList(
  schema: Schema,
  element: Schema,
  value: readonly unknown[],
  problems: Problem[],
  path: Path,
): Repaired {
  const max = maxLength(schema)
  const kept: unknown[] = []
  for (const [i, item] of value.entries()) {
    if (i >= max) {
      problems.push({ path: pathOf(path), message: `has ${value.length} entries; those past ${max} were left out` })
      break
    }
    const result = repair(element, item, problems, [...path, i])
    if (result.ok) kept.push(result.value)
    else problems.push(result.problem)
  }
  return { ok: true, value: kept }
}

/** How many entries a list may have, by its `maxLength` check. */
function maxLength(schema: Schema): number {
  const checks = (schema as z.core.$ZodTypes)._zod.def.checks ?? []
  const maxima = checks.map(
    (check) => (check as z.core.$ZodCheckMaxLength)._zod.def.maximum ?? Number.POSITIVE_INFINITY,
  )
  return Math.min(...maxima)
}
