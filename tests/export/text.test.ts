/** What scripts say, without Python to run them: how they read, and that the words of strangers stay words. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { stringLiteral } from '../../src/export/quote'
import { pythonScript } from '../../src/export/script'
import { wrapped } from '../../src/export/wrap'
import { schedules } from '../../src/optimizers/schedules'
import { optimizers, surfaces } from '../../src/registry'
import { scriptOf, sgd, walked } from './fixtures'

/** Lines of Python, also where another program than Python ends them. */
const linesOf = (text: string) => text.split(/[\p{Cc}\p{Zl}\p{Zp}]/u)
const section = (text: string, head: string) => {
  const from = text.indexOf(`def ${head}(`)
  return text.slice(from, text.indexOf('\n\n\n', from))
}

test('a run of torch.optim reads as in a notebook', () => {
  const { text } = scriptOf({
    surface: { formula: 'r2 = x^2 + y^2; r2 + a sin(3x) y', parameters: { a: 0.5 } },
    runs: [{ optimizer: 'Adam', start: [1, -2], hyperparameters: { lr: 0.1, beta1: 0.8 }, maximize: true }],
  })
  expect(text).toContain('\na = 0.5\n')
  expect(section(text, 'loss')).toBe(
    ['def loss(x, y):', '    r2 = x**2 + y**2', '    return r2 + a * torch.sin(3 * x) * y'].join('\n'),
  )
  expect(section(text, 'climber_1')).toBe(
    [
      'def climber_1():',
      '    theta = torch.tensor([1.0, -2.0], requires_grad=True)',
      '    optimizer = torch.optim.Adam([theta], lr=0.1, betas=(0.8, 0.999))',
      '    path = [theta.tolist()]',
      '    for _ in range(STEPS):',
      '        optimizer.zero_grad()',
      '        (-loss(*theta)).backward()',
      '        optimizer.step()',
      '        path.append(theta.tolist())',
      '    return path',
    ].join('\n'),
  )
  expect(text).not.toContain('numpy')
})

test('what torch.optim lacks is its equations, as far as they apply, on the exact slope', () => {
  const { text } = scriptOf({
    runs: [{ optimizer: 'Lion', start: [1, 2], hyperparameters: { lr: 0.02, weight_decay: 0 } }],
  })
  expect(section(text, 'gradient')).toBe(
    [
      'def gradient(x, y):',
      '    """The exact derivatives of the loss."""',
      '    dx = 2 * x',
      '    dy = 2 * y',
      '    return np.array([dx, dy])',
    ].join('\n'),
  )
  expect(section(text, 'climber_1')).toBe(
    [
      'def climber_1():',
      '    lr = 0.02',
      '    beta1 = 0.9',
      '    beta2 = 0.99',
      '    theta = np.array([1.0, 2.0])',
      '    m = np.zeros(2)',
      '    path = [theta.tolist()]',
      '    for _ in range(STEPS):',
      '        g = gradient(*theta)',
      '        theta = theta - lr * np.sign(beta1 * m + (1 - beta1) * g)',
      '        m = beta2 * m + (1 - beta2) * g',
      '        path.append(theta.tolist())',
      '    return path',
    ].join('\n'),
  )
  expect(text).not.toContain('torch')
})

test('a schedule is a function of the step, named definitions its lines', () => {
  const warmUp = schedules.find(({ name }) => name === 'Warm-up and cosine')!
  const { text } = scriptOf({ runs: [{ ...sgd, hyperparameters: { lr: warmUp.formula.replaceAll('base', '0.1') } }] })
  expect(text).toContain('    def lr_at(t):\n        w = 0.1 * STEPS\n        return 0.1 * (')
  expect(text).toContain('group["lr"] = float(lr_at(t))')
})

test('where the simulator saw each climber end is in the script', () => {
  expect(scriptOf({ runs: [sgd], steps: 1 }).text).toContain('    ("SGD", climber_1, 1, 0.8, 1.6, 3.2')
})

test('a method reads as in a textbook', () => {
  const { text } = scriptOf({ runs: [{ optimizer: 'LevenbergMarquardt', start: [1, 2] }] })
  expect(section(text, 'hessian')).toBe(
    [
      'def hessian(x, y):',
      '    """The exact second derivatives."""',
      '    dxx = 2',
      '    dxy = 0',
      '    dyy = 2',
      '    return np.array([[dxx, dxy], [dxy, dyy]])',
    ].join('\n'),
  )
  expect(section(text, 'climber_1')).toBe(
    [
      'def climber_1():',
      '    damping = 0.01',
      '    factor = 10',
      '',
      '    def f(theta):',
      '        return np.float64(height(*theta))',
      '',
      '    def grad(theta):',
      '        return gradient(*theta)',
      '',
      '    def hess(theta):',
      '        return hessian(*theta)',
      '',
      '    theta = np.array([1.0, 2.0])',
      '    mu = damping  # of the next trial',
      '    path = [theta.tolist()]',
      '    for _ in range(STEPS):',
      '        g = grad(theta)',
      '        loss, H = f(theta), hess(theta)',
      '        lowest = curvatures(H)[0]',
      '        trials = 0',
      '        while trials < 40 and mu < 1e15:',
      '            trials += 1',
      '            if lowest + mu > 0:  # only a model that bends up everywhere has a bottom',
      '                d = newton_step(g, H + mu * np.eye(2))',
      '                if f(theta + d) < loss:',
      '                    theta = theta + d',
      '                    mu = max(1e-15, mu / factor)',
      '                    break',
      '            mu *= factor  # a shorter step, closer to straight down',
      '        else:  # nothing lower within reach: the next step starts over',
      '            mu = damping',
      '        path.append(theta.tolist())',
      '    return path',
    ].join('\n'),
  )
  expect(text).not.toMatch(/torch|def (strong_wolfe|noise|uniforms)/)
})

test('what the methods of a scene share is defined once, above them', () => {
  const run = (optimizer: string) => ({ optimizer, start: [1, 2], hyperparameters: { line_search: 'strong_wolfe' } })
  const { text } = scriptOf({ runs: [run('BFGS'), run('ConjugateGradient')] })
  const defined = [...text.matchAll(/^def (\w+)/gm)].map(([, name]) => name)
  expect(new Set(defined).size).toBe(defined.length)
  expect(defined.indexOf('cubic_minimum')).toBeLessThan(defined.indexOf('strong_wolfe'))
  expect(defined.indexOf('strong_wolfe')).toBeLessThan(defined.indexOf('climber_1'))
})

describe('no line is wider than 88 characters', () => {
  const runs = [...optimizers.keys()].map((optimizer) => ({ optimizer, start: [1, 2] }))
  const long = (text: string) => text.split('\n').filter((line) => line.length > 88)

  test.each([...surfaces.keys()])('on %s', (surface) => {
    const some = ['SGD', 'Newton', 'Sophia'].map((optimizer) => ({ optimizer, start: [1, 2] }))
    expect(long(scriptOf({ surface, runs: some }).text)).toEqual([])
    expect(long(scriptOf({ surface, runs: some.slice(1) }).text)).toEqual([])
  })

  test('whoever walks', () => {
    for (const run of runs) expect(long(scriptOf({ surface: 'rosenbrock', runs: [run] }).text)).toEqual([])
  })

  test.each([
    ['x = 1', ['x = 1']],
    [`return a * (${'b + '.repeat(30)}c)`, ['return a * (', '    b', ...Array(29).fill('    + b'), '    + c', ')']],
    [
      `    u = ${'f'.repeat(40)}(x, y) - ${'g'.repeat(40)}(x)`,
      ['    u = (', `        ${'f'.repeat(40)}(x, y)`, `        - ${'g'.repeat(40)}(x)`, '    )'],
    ],
    [
      `return max(${'a'.repeat(50)}, ${'b'.repeat(50)})`,
      ['return max(', `    ${'a'.repeat(50)},`, `    ${'b'.repeat(50)}`, ')'],
    ],
    [`return ${'a'.repeat(100)}`, ['return (', `    ${'a'.repeat(100)}`, ')']],
  ])('%s', (line, lines) => {
    expect(wrapped(line)).toEqual(lines)
  })
})

test('a method that nothing is known of is named, with the reason, and the others are exported', () => {
  const scene = walked({
    version: 1,
    surface: 'sphere',
    steps: 3,
    runs: [{ optimizer: 'Newton', start: [1, 2], name: 'Newton' }, sgd],
  })
  const [first, second] = scene.runs
  const runs = [{ ...first!, optimizer: { ...first!.optimizer, name: 'Halley' } }, second!]
  const { text, exported, refused } = pythonScript({ ...scene, runs })
  expect({ exported, refused }).toMatchObject({ exported: 1, refused: [{ index: 0, reason: /^Halley is no list/ }] })
  expect(text).toMatch(/# %% Climber 1\n# \| Newton\n# Halley is no list[\s\S]*# %% Climber 2/)
  expect(text).not.toContain('climber_1')
})

describe('strangers', () => {
  const attack = 'EVIL()'
  /** Texts that try to leave the comment or the string in which they are. */
  const texts = [
    `a\n${attack}`,
    `a\r${attack}`,
    `a\u2028${attack}\u2029${attack}\x85${attack}\f${attack}\v${attack}\x1c${attack}`,
    `"""\n${attack}\n"""`,
    `"); ${attack} #`,
    `\\"); ${attack} #`,
    `\\`,
    `coding: utf-7 +AAo-${attack}`,
    `%% [markdown]\n!rm -rf ~\n%load evil`,
    `\u202e${attack}\u2066`,
    `\0\ud800`,
  ]

  /** Only comments, and the strings of names, may hold their words. */
  const expectHarmless = (text: string) => {
    for (const line of linesOf(text)) {
      const bare = line.replace(/"(\\.|[^"\\])*"/g, '""')
      if (/EVIL|utf-7|markdown|rm -rf|load evil/.test(bare)) expect(line).toMatch(/^# \| /)
      expect(line).not.toMatch(/[\p{Cc}\p{Bidi_Control}\p{Surrogate}]/u)
    }
    expect(linesOf(text).slice(0, 2)).toEqual(['# A walk on a landscape, exported from the Blindfolded Climber.', '#'])
  }

  test.each(texts)('%j stays a text', (text) => {
    const runs = [
      { ...sgd, name: text.slice(0, 80) },
      { optimizer: { name: text.slice(0, 80), equations: 'theta = theta - g' }, start: [1, 2] },
    ]
    const surface = { formula: 'x^2 + y^2', title: text }
    expectHarmless(scriptOf({ title: text, description: text, surface, runs }).text)
  })

  test('any text is one string of Python', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(stringLiteral(text)).toMatch(/^"([^"\\\p{Cc}\p{Zl}\p{Zp}]|\\["\\]|\\U[0-9a-f]{8})*"$/u)
      }),
    )
  })

  test('names that mean something in Python are given another', () => {
    const equations =
      'param lambda = 0.1; state import = 0; print = 2 g; import = import + print; theta = theta - lambda import'
    const surface = { formula: 'class = x^2; class + def y^2', parameters: { def: 2 } }
    const { text } = scriptOf({ surface, runs: [{ optimizer: { name: 'Mine', equations }, start: [1, 2] }] })
    expect(text).toContain('\ndef_ = 2.0\n')
    expect(text).toContain('    class_ = x**2\n    return class_ + def_ * y**2')
    expect(text).toContain('        import_ = import_ + print_\n        theta = theta - lambda_ * import_')
  })
})
