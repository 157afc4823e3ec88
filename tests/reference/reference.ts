import { readFileSync } from 'node:fs'

/** Numbers of the reference data: non-finite ones are written as strings. */
export type Stored = number | 'NaN' | 'Infinity' | '-Infinity'

export const number = (stored: Stored): number => Number(stored)

/** Reads a file of this folder. */
export function load<T>(file: string): T {
  return JSON.parse(readFileSync(new URL(file, import.meta.url), 'utf8')) as T
}
