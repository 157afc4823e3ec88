/** What is measured: five landscapes, three optimizers, and how each competitor is told about them. */
import { type CompiledRule, compileRule } from '../src/optimizers/compile'
import type { UpdateRule } from '../src/optimizers/rule'
import { optimizers, surfaces } from '../src/registry'
import { createSurface, specOf } from '../src/surfaces/create'
import type { Surface, SurfaceSpec } from '../src/surfaces/surface'

export type OptimizerName = 'sgd' | 'momentum' | 'adam'

export interface Case {
  readonly name: string
  readonly surface: Surface
  readonly rule: CompiledRule
  readonly optimizer: OptimizerName
  readonly lr: number
}

const gaussians: SurfaceSpec = {
  title: 'Three Gaussians',
  formula: [
    '-1.2*exp(-((x-1)^2+(y-0.5)^2)/0.8)',
    '-exp(-((x+1.2)^2+(y+0.3)^2)/1.1)',
    '-0.7*exp(-((x-0.2)^2+(y+1.4)^2)/0.5)',
  ].join(''),
  domain: { x: [-3, 3], y: [-3, 3] },
  parameters: {},
  heightScale: 'linear',
}

/** Learning rates are small enough that nobody diverges and nobody comes to rest: every step of everyone is computed. */
const landscapes: readonly { readonly spec: SurfaceSpec; readonly lr: number }[] = [
  { spec: specOf(surfaces.get('rosenbrock')!), lr: 1e-5 },
  { spec: specOf(surfaces.get('himmelblau')!), lr: 1e-4 },
  { spec: specOf(surfaces.get('rastrigin')!), lr: 1e-4 },
  { spec: specOf(surfaces.get('ackley')!), lr: 1e-4 },
  { spec: gaussians, lr: 1e-3 },
]

const rules: readonly [OptimizerName, string, Record<string, number>][] = [
  ['sgd', 'SGD', {}],
  ['momentum', 'SGD', { momentum: 0.9 }],
  ['adam', 'Adam', {}],
]

export const cases: readonly Case[] = landscapes.flatMap(({ spec, lr }) =>
  rules.map(([optimizer, name, given]) => {
    const definition = optimizers.get(name) as UpdateRule
    const hyperparameters = { ...definition.hyperparameters, ...given, lr }
    return {
      name: `${spec.title}, ${optimizer}`,
      surface: createSurface(spec),
      rule: compileRule(definition, hyperparameters),
      optimizer,
      lr,
    }
  }),
)

/** The first case of each landscape. */
export const landscapesOf = (all: readonly Case[]): readonly Case[] => all.filter((_, i) => i % rules.length === 0)

/** Starts on a spiral that fills the middle of a domain. */
export function startsOn({ surface }: Case, count: number): { x: Float64Array; y: Float64Array } {
  const { x, y } = surface.spec.domain
  const place = ([low, high]: readonly [number, number], i: number, wave: number) =>
    (low + high) / 2 + 0.3 * (high - low) * Math.sqrt((i + 1) / count) * wave
  return {
    x: Float64Array.from({ length: count }, (_, i) => place(x, i, Math.cos(2.4 * i))),
    y: Float64Array.from({ length: count }, (_, i) => place(y, i, Math.sin(2.4 * i))),
  }
}
