import { ExpressionError } from '../expression'
import { readJson, writeJson } from '../scene/json'
import { SceneError } from '../scene/problem'
import { createSurface } from '../surfaces/create'
import type { Surface } from '../surfaces/surface'
import type { Io } from './io'
import { linesOf } from './lines'

/** Formulas kept ready: streams ask about the same ones over and over. */
const CACHED = 512

/** A line that cannot be answered. `position` counts in the formula, where that is what is wrong. */
class LineError extends Error {
  constructor(
    message: string,
    readonly position: number | null = null,
  ) {
    super(message)
  }
}

/** `climber evaluate`: each line of standard input is a formula and a point, each line of output its value and derivatives. */
export async function evaluate(io: Io): Promise<void> {
  const answer = createEvaluator()
  for await (const lines of linesOf(io.input)) {
    const answers = lines.filter((line) => line.trim() !== '').map((line) => `${answer(line)}\n`)
    if (answers.length > 0) await io.write(answers.join(''))
  }
}

function createEvaluator(): (line: string) => string {
  const cache = new Map<string, Surface>()
  const theta = new Float64Array(2)
  const gradient = new Float64Array(2)
  const hessian = new Float64Array(4)
  return (line) => {
    try {
      const { formula, x, y, parameters } = readQuestion(line)
      const surface = cached(cache, formula, parameters)
      theta[0] = x
      theta[1] = y
      const value = surface.gradient(theta, gradient)
      surface.hessian(theta, hessian)
      return writeJson({ value, gradient: [...gradient], hessian: [hessian[0], hessian[1], hessian[3]] })
    } catch (error) {
      const known = error instanceof LineError || error instanceof ExpressionError
      if (!known) throw error
      return writeJson({ error: { message: error.message, position: error.position } })
    }
  }
}

interface Question {
  readonly formula: string
  readonly x: number
  readonly y: number
  readonly parameters: Readonly<Record<string, number>>
}

function readQuestion(line: string): Question {
  const question = readObject(line)
  const formula = question.get('formula')
  if (typeof formula !== 'string') throw new LineError('formula must be a text: {"formula":"x^2+y^2","x":1,"y":2}')
  const parameters = question.get('parameters') ?? {}
  if (typeof parameters !== 'object' || Array.isArray(parameters)) throw new LineError('parameters must be an object')
  const values = Object.entries(parameters).map(
    ([name, value]) => [name, numberOf(`parameters.${name}`, value)] as const,
  )
  return {
    formula,
    x: numberOf('x', question.get('x')),
    y: numberOf('y', question.get('y')),
    parameters: Object.fromEntries(values),
  }
}

function readObject(line: string): ReadonlyMap<string, unknown> {
  let value: unknown
  try {
    value = readJson(line)
  } catch (error) {
    throw error instanceof SceneError ? new LineError(error.message) : error
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw new LineError('a line must be an object: {"formula":"x^2+y^2","x":1,"y":2}')
  }
  return new Map(Object.entries(value))
}

/** A number, or one of the texts by which non-finite numbers are written. */
function numberOf(name: string, value: unknown): number {
  if (typeof value === 'number') return value
  if (value === 'NaN' || value === 'Infinity' || value === '-Infinity') return Number(value)
  throw new LineError(value === undefined ? `${name} is missing` : `${name} must be a number`)
}

function cached(cache: Map<string, Surface>, formula: string, parameters: Question['parameters']): Surface {
  const key = JSON.stringify([formula, parameters])
  const domain = { x: [-1, 1], y: [-1, 1] } as const
  const surface = cache.get(key) ?? createSurface({ title: '', formula, parameters, domain, heightScale: 'linear' })
  if (cache.size >= CACHED && !cache.has(key)) cache.delete(cache.keys().next().value!)
  cache.set(key, surface)
  return surface
}
