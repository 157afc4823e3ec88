import { randomInt } from 'node:crypto'
import type { TestProject } from 'vitest/node'

declare module 'vitest' {
  interface ProvidedContext {
    readonly propertySeed: number
  }
}

/** Draws one seed for all property tests of a run and says it, so that any run can be repeated, not only one that failed. */
export default function drawSeed(project: TestProject): void {
  const seed = givenSeed() ?? randomInt(2 ** 31)
  project.provide('propertySeed', seed)
  console.log(`property tests: seed ${seed}, repeated by PROPERTY_SEED=${seed} npm test`)
}

function givenSeed(): number | undefined {
  const text = process.env.PROPERTY_SEED
  if (text === undefined) return undefined
  const seed = Number(text)
  if (text.trim() === '' || !Number.isInteger(seed) || Math.abs(seed) > 2 ** 31) {
    throw new RangeError(`PROPERTY_SEED is \`${text}\`: give a whole number of 32 bits`)
  }
  return seed
}
