/** numpy and PyTorch, vectorised over the climbers, in float64 and on one thread. */
import { execFileSync } from 'node:child_process'
import { mkdirSync, writeFileSync } from 'node:fs'
import { type Case, landscapesOf } from './cases'
import { LineProcess } from './line-process'
import { printGraph, type Syntax, termsOf } from './print-graph'

const operators: Record<string, string> = {
  ...{ add: '+', sub: '-', mul: '*', div: '/', pow: '**' },
  ...{ lt: '<', le: '<=', gt: '>', ge: '>=', eq: '==', ne: '!=' },
}

/** In the names of `library`: `np` or `torch`. */
const syntaxOf = (library: string): Syntax => ({
  constant: (value) => `${value}`,
  call(op, [a, b, c]) {
    if (op in operators) return `${a} ${operators[op]} ${b}`
    if (op === 'neg') return `-${a}`
    if (op === 'select') return `${library}.where(${a}, ${b}, ${c})`
    return `${library}.${op}(${a}${b === undefined ? '' : `, ${b}`})`
  },
  assign: (name, value) => `${name} = ${value}`,
})

/** Update equations by numpy, on arrays of both coordinates; slopes from the graph, as in C. */
function numpyWalk({ surface, rule }: Case, k: number): string {
  const syntax = syntaxOf('np')
  const { graph, nodes } = surface.landscape!
  const ground = printGraph(
    graph,
    [nodes.fx, nodes.fy],
    new Map([
      ['x', 'theta[0]'],
      ['y', 'theta[1]'],
    ]),
    syntax,
    's',
  )
  const hyperparameters = rule.parameterNames.map((name, i) => [name, `${rule.parameters[i]}`] as const)
  // What nobody who writes numpy would compute: the buffer of a momentum of 0.
  const plain =
    rule.parameterNames.includes('momentum') && rule.parameters[rule.parameterNames.indexOf('momentum')] === 0
  if (plain) {
    return `
def numpy_walk${k}(theta, steps):
    for _ in range(steps):
        ${ground.lines.join('\n        ')}
        theta = theta - ${rule.parameters[rule.parameterNames.indexOf('lr')]} * np.stack((${ground.results.join(', ')}))
    return theta
`
  }
  const terms = termsOf(rule.graph, rule.outputs, ['theta', 'g', ...rule.stateNames])
  const scalars = new Map<string | number, string>([...hyperparameters, ['t', 't']])
  const once = printGraph(rule.graph, terms, scalars, syntaxOf('np'), 't')
  const names = new Map<string | number, string>([
    ...hyperparameters,
    ...terms.map((id, i) => [id, once.results[i]!] as const),
    ['theta', 'theta'],
    ['g', 'g'],
    ...rule.stateNames.map((name) => [name, name] as const),
  ])
  const step = printGraph(rule.graph, rule.outputs, names, syntax, 'n')
  return `
def numpy_walk${k}(theta, steps):
    ${rule.stateNames.map((name) => `${name} = np.zeros_like(theta)`).join('\n    ')}
    for t in range(1, steps + 1):
        ${once.lines.join('\n        ')}
        ${ground.lines.join('\n        ')}
        g = np.stack((${ground.results.join(', ')}))
        ${step.lines.join('\n        ')}
        theta, ${rule.stateNames.join(', ')} = ${step.results.join(', ')}
    return theta
`
}

/** The formula by torch, its slope by autograd, the step by torch.optim: what everybody writes. */
function torchWalk({ surface, optimizer, lr }: Case, k: number): string {
  const { graph, nodes } = surface.landscape!
  const { lines, results } = printGraph(
    graph,
    [nodes.f],
    new Map([
      ['x', 'x'],
      ['y', 'y'],
    ]),
    syntaxOf('torch'),
    's',
  )
  const make = {
    sgd: `torch.optim.SGD([theta], lr=${lr})`,
    momentum: `torch.optim.SGD([theta], lr=${lr}, momentum=0.9)`,
    adam: `torch.optim.Adam([theta], lr=${lr})`,
  }[optimizer]
  return `
def torch_walk${k}(theta, steps):
    theta = theta.clone().requires_grad_()
    optimizer = ${make}
    for _ in range(steps):
        optimizer.zero_grad()
        x, y = theta[0], theta[1]
        ${lines.join('\n        ')}
        ${results[0]}.sum().backward()
        optimizer.step()
    return theta.detach()
`
}

function grid({ surface }: Case, k: number): string {
  const { graph, nodes } = surface.landscape!
  const { lines, results } = printGraph(
    graph,
    [nodes.f],
    new Map([
      ['x', 'x'],
      ['y', 'y'],
    ]),
    syntaxOf('np'),
    's',
  )
  return `
def numpy_grid${k}(x, y):
    ${lines.join('\n    ')}
    return ${results[0]}
`
}

const program = (cases: readonly Case[]) => `
import sys, time
try:
    import numpy as np
except ImportError:
    np = None
try:
    import torch
    torch.set_num_threads(1)
    torch.set_default_dtype(torch.float64)
except ImportError:
    torch = None
${cases.map(numpyWalk).join('')}${cases.map(torchWalk).join('')}${landscapesOf(cases).map(grid).join('')}
def start(kind, count):
    a = np.random.default_rng(1).uniform(-1.5, 1.5, (2, count))
    return a if kind == 'numpy' else torch.from_numpy(a)
print('numpy' if np else '', 'torch' if torch and np else '', flush=True)
for line in sys.stdin:
    kind, k, count, steps = line.split()
    count, steps = int(count), int(steps)
    if kind == 'grid':
        x = np.linspace(-2, 2, count)
        args = (np.ascontiguousarray(np.broadcast_to(x, (count, count))), np.ascontiguousarray(np.broadcast_to(x[:, None], (count, count))))
        run = globals()['numpy_grid' + k]
    else:
        args = (start(kind, count), steps)
        run = globals()[kind + '_walk' + k]
    before = time.perf_counter()
    run(*args)
    print(time.perf_counter() - before, flush=True)
`

export interface Python {
  readonly process: LineProcess
  readonly has: readonly string[]
}

/** Starts the first interpreter that has numpy and PyTorch, or at least numpy. Undefined where none has. */
export async function startPython(cases: readonly Case[], folder: string): Promise<Python | undefined> {
  mkdirSync(folder, { recursive: true })
  const file = `${folder}/competitors.py`
  writeFileSync(file, program(cases))
  const command = firstThatImports('numpy, torch') ?? firstThatImports('numpy')
  if (command === undefined) return undefined
  const process = new LineProcess(command, ['-u', file])
  return { process, has: (await process.next()).trim().split(/\s+/) }
}

const firstThatImports = (modules: string): string | undefined =>
  ['python3', '/usr/local/bin/python3', '/usr/bin/python3'].find((command) => {
    try {
      execFileSync(command, ['-c', `import ${modules}`], { stdio: 'ignore' })
      return true
    } catch {
      return false
    }
  })
