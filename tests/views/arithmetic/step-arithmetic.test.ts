import { renderToString } from 'katex'
import { describe, expect, it } from 'vitest'
import { isMethod } from '../../../src/optimizers/optimizer'
import type { Hyperparameters } from '../../../src/optimizers/rule'
import { optimizers } from '../../../src/registry'
import { evaluateStep } from '../../../src/views/arithmetic/evaluate-step'
import { leadsTo } from '../../../src/views/arithmetic/step-arithmetic'
import { type Walked, walked } from './walks'

const names = [...optimizers.values()].filter((optimizer) => !isMethod(optimizer)).map(({ name }) => name)

/** Fails where a number on the page is not, in every bit, the number that ran. */
function expectNoDrift(run: Walked): void {
  const { compiled, trajectory } = run
  const { dimension: d, length, stateNames, theta, state } = trajectory
  const recorded = (name: string, k: number) => {
    const j = stateNames.indexOf(name)
    const [values, from] = name === 'theta' ? [theta, k * d] : [state, (k * stateNames.length + j) * d]
    return [...values.subarray(from, from + d)]
  }
  for (let step = 1; step < length; step++) {
    const values = evaluateStep(compiled, trajectory, step, run)
    const lines = run.lines(step)
    for (const name of ['theta', ...stateNames]) {
      const line = compiled.lines.findLastIndex((other) => other.name === name)
      // What no line assigns stays what it was.
      expect(line < 0 ? recorded(name, step - 1) : [...values.lines[line]!], `${name}, ${step}`).toEqual(
        recorded(name, step),
      )
      for (const { coordinate = 0, value } of lines.findLast((other) => other.name === name)?.results ?? []) {
        expect(value).toBe(recorded(name, step)[coordinate])
      }
    }
    expect(leadsTo(trajectory, step, lines)).toBe(true)
    for (const { tex, results } of lines) {
      for (const source of [tex, ...results.flatMap((result) => result.tex ?? [])]) typeset(source)
    }
  }
}

const typeset = (source: string) =>
  renderToString(source, { strict: (code) => (code === 'htmlExtension' ? 'ignore' : 'error'), trust: true })

describe('the arithmetic is what ran', () => {
  it.each(names)('%s', (optimizer) => {
    expectNoDrift(walked({ optimizer }))
  })

  it.each(names)('%s, climbing, with noise and a weight decay that grows', (optimizer) => {
    const known = optimizers.get(optimizer)!.hyperparameters
    const decay: Hyperparameters = 'weight_decay' in known ? { weight_decay: '0.01 t' } : {}
    expectNoDrift(
      walked(
        { optimizer },
        { maximize: true, noise: { kind: 'gaussian', scale: 0.5 }, hyperparameters: decay, steps: 5 },
      ),
    )
  })

  it.each([
    ['SGD', { momentum: 0.9, nesterov: true, weight_decay: 0.1 }],
    ['Adam', { amsgrad: true, weight_decay: 0.01 }],
    ['RMSprop', { centered: true, momentum: 0.5 }],
    ['NAdam', { decoupled_weight_decay: true, weight_decay: 0.01 }],
    ['Sophia', { weight_decay: 0.1 }],
  ])('%s with %j', (optimizer, hyperparameters: Hyperparameters) => {
    expectNoDrift(walked({ optimizer }, { hyperparameters }))
  })

  it.each([['SAM'], ['Lookahead'], ['SAM', 'Lookahead']])('Adam inside %s %s', (...wrappers) => {
    expectNoDrift(walked({ optimizer: 'Adam', wrappers: wrappers.filter((name) => name !== undefined) }))
    expectNoDrift(walked({ optimizer: 'Adam', wrappers }, { noise: { kind: 'student-t', scale: 1 }, maximize: true }))
  })

  it('a typed optimizer', () => {
    const equations = `
      param a = 0.01
      param unread = 2
      state m = 0
      idle = norm(m) unread
      m = 0.9 m + g / norm(g)
      theta = theta - a m
    `
    expectNoDrift(walked({ optimizer: 'Mine', equations }))
  })

  it('a walk that diverges', () => {
    const run = walked({ optimizer: 'SGD' }, { hyperparameters: { lr: 100 }, steps: 50 })
    expect(run.trajectory.length).toBeLessThan(51)
    expectNoDrift(run)
  })
})

describe('leadsTo', () => {
  it('notices a walk of other hyperparameters', () => {
    const slow = walked({ optimizer: 'SGD' }, { hyperparameters: { lr: 0.001 } })
    const fast = walked({ optimizer: 'SGD' }, { hyperparameters: { lr: 0.002 } })
    expect(leadsTo(slow.trajectory, 1, slow.lines(1))).toBe(true)
    expect(leadsTo(fast.trajectory, 1, slow.lines(1))).toBe(false)
  })
})

const summary = (run: Walked, step: number) =>
  run.lines(step).map(({ tex, role, results }) => ({ tex, role, rows: results.map((result) => result.tex) }))

describe('what is shown', () => {
  const colored = (role: string, tex: string) => `\\htmlClass{role-${role}}{${tex}}`
  const momentum = walked({ optimizer: 'SGD' }, { hyperparameters: { momentum: 0.9, lr: 0.01 }, start: [1, 2] })

  it('is the equations of the step, in numbers', () => {
    // At (1, 2) the slope of Himmelblau's function is (-36, -32).
    const g = colored('gradient', 'g')
    const buf = colored('momentum', '\\mathrm{buf}')
    expect(summary(momentum, 1)).toEqual([
      { tex: `${g} = \\nabla f`, role: 'gradient', rows: [undefined, undefined] },
      {
        tex: `${buf} \\leftarrow \\mathrm{momentum} \\, ${buf} + ${g}`,
        role: 'momentum',
        rows: ['-36', '-32'].map(
          (slope) => `0.9 \\cdot ${colored('momentum', '0')} + \\left(${colored('gradient', slope)}\\right)`,
        ),
      },
      {
        tex: `\\theta \\leftarrow \\theta - ${colored('update', `\\mathrm{lr} \\, ${buf}`)}`,
        role: 'other',
        rows: [
          `1 - ${colored('update', `0.01 \\, \\left(${colored('momentum', '-36')}\\right)`)}`,
          `2 - ${colored('update', `0.01 \\, \\left(${colored('momentum', '-32')}\\right)`)}`,
        ],
      },
      { tex: colored('update', '\\Delta\\theta'), role: 'update', rows: [undefined, undefined] },
    ])
    expect(
      momentum
        .lines(1)
        .at(-2)!
        .results.map(({ value }) => value),
    ).toEqual([1 - 0.01 * -36, 2 - 0.01 * -32])
  })

  it('changes with the step', () => {
    const lines = summary(momentum, 2)
    expect(lines[1]!.tex).toContain('\\mathrm{momentum} \\,')
    expect(lines[1]!.rows[0]).toMatch(/^0\.9 .*-36.* \+ /)
  })

  it('is nothing at the start and beyond the end', () => {
    for (const step of [0, -1, 11, Number.NaN]) expect(momentum.lines(step)).toEqual([])
  })

  it('is one row where the coordinates share a number', () => {
    const { tex, results } = walked({ optimizer: 'RAdam' })
      .lines(8)
      .find(({ name }) => name === 'rho_inf')!
    expect(tex).toBe('\\rho_{\\infty} = \\frac{2}{1 - \\beta_{2}} - 1')
    expect(results).toHaveLength(1)
    expect(results[0]!.tex).toBe('\\frac{2}{1 - 0.999} - 1')
    expect(results[0]!.coordinate).toBeUndefined()
  })

  it('says what a schedule gives', () => {
    const [, lr] = walked({ optimizer: 'SGD' }, { hyperparameters: { lr: '0.01 / t' } }).lines(4)
    expect(lr).toMatchObject({
      name: 'lr',
      tex: '\\mathrm{lr} = \\frac{0.01}{t}',
      results: [{ tex: '\\frac{0.01}{4}', value: 0.0025 }],
    })
  })

  it('says what the noise did', () => {
    const run = walked({ optimizer: 'SGD' }, { noise: { kind: 'gaussian', scale: 1 }, maximize: true })
    const [felt] = run.lines(1)
    expect(felt!.tex).toBe(`${colored('gradient', 'g')} = -\\left(\\nabla f + \\text{noise}\\right)`)
    expect(felt!.results.map(({ value }) => value)).toEqual([-run.trajectory.felt![0]!, -run.trajectory.felt![1]!])
    expect(felt!.results[0]!.tex).toMatch(/^-\\left\(.* \+ .*\\right\)$/)
  })

  it('shows the slope that SAM feels', () => {
    const lines = walked({ optimizer: 'SGD', wrappers: ['SAM'] }).lines(1)
    expect(lines.map(({ name }) => name)).toEqual(['g', 'probe', 'g', 'theta', 'move'])
    // The probe is a place to feel, not a move.
    expect(lines[1]!.tex).not.toContain('role-update')
    expect(lines[2]!.results[0]!.value).not.toBe(lines[0]!.results[0]!.value)
  })

  it('shows Lookahead only where the climbers meet', () => {
    const run = walked({ optimizer: 'SGD', wrappers: ['Lookahead'] }, { hyperparameters: { lookahead_k: 3 } })
    const shown = (step: number) => run.lines(step).map(({ name }) => name)
    expect(shown(2)).toEqual(['g', 'theta', 'move'])
    expect(shown(3)).toEqual(['g', 'theta', 'lookahead_slow', 'theta', 'move'])
  })
})

describe('roles', () => {
  const roles = (optimizer: string, hyperparameters: Hyperparameters = {}) =>
    Object.fromEntries(
      walked({ optimizer }, { hyperparameters })
        .lines(3)
        .map(({ name, role }) => [name, role]),
    )

  it.each([
    [
      'Adam',
      { g: 'gradient', m: 'momentum', v: 'other', m_hat: 'momentum', v_hat: 'other', theta: 'other', move: 'update' },
    ],
    ['Lion', { m: 'momentum' }],
    ['Adagrad', { sum: 'other' }],
    ['SGDScheduleFree', { z: 'other', x: 'other' }],
    ['Polyak', { gap: 'other', sq: 'other', theta: 'other', move: 'update' }],
  ])('%s', (optimizer, expected) => {
    expect(roles(optimizer)).toMatchObject(expected)
  })
})
