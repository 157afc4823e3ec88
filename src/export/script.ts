import { floatLiteral } from '../expression/print/python-code'
import { isMethod, type Optimizer } from '../optimizers/optimizer'
import type { RunSpec, Trajectory } from '../simulation/trajectory'
import type { SurfaceSpec } from '../surfaces/surface'
import { indented, spaced } from './code'
import { equationWalk } from './equations'
import { landscapeSection } from './landscape'
import { methodWalk } from './method'
import { comment, quoted, stringLiteral, WIDTH } from './quote'
import { calls, methodExports, piecesFor } from './tables'
import { isTorch, torchName, torchWalk } from './torch'
import { wrapped } from './wrap'

/** A scene whose runs have been computed. */
export interface WalkedScene {
  readonly title: string
  readonly description: string
  readonly surface: SurfaceSpec
  readonly steps: number
  readonly runs: readonly WalkedRun[]
}

export interface WalkedRun {
  readonly name: string
  readonly spec: RunSpec
  /** The one that the spec means, as `findOptimizer` finds it. */
  readonly optimizer: Optimizer
  readonly trajectory: Trajectory
}

export interface Script {
  /** Python; it ends with a line break. */
  readonly text: string
  /** How many of the runs it walks. */
  readonly exported: number
  readonly refused: readonly Refusal[]
}

/** A run that the script does not walk. */
export interface Refusal {
  /** Its place among the runs. */
  readonly index: number
  readonly reason: string
}

/** One climber's section, or why there is none. */
interface Section {
  readonly by: 'torch' | 'numpy' | 'refused'
  /** Comments: how her walk comes about. */
  readonly remarks: readonly string[]
  readonly walk: readonly string[]
}

/**
 * A script that walks the runs of a scene again: by torch.optim where that has the optimizer; where it has not, in NumPy by
 * its update equations or as its method is written there. A method that is written nowhere is named and left out.
 */
export function pythonScript(scene: WalkedScene): Script {
  const sections = scene.runs.map(sectionOf)
  const torch = sections.some(({ by }) => by === 'torch')
  const walks = sections.flatMap(({ walk }) => walk).join('\n')
  const pieces = piecesFor(walks)
  const body = [
    ...landscapeSection(scene.surface, {
      torch,
      gradient: calls(walks, 'gradient'),
      hessianDiagonal: calls(walks, 'hessian_diagonal'),
      hessian: calls(walks, 'hessian'),
    }),
    ...paragraph(heightFunction(torch)),
    ...pieces.flatMap(({ code }) => paragraph(code.split('\n'))),
    ...scene.runs.flatMap(({ name }, i) => climberSection(name, sections[i]!, i)),
    '',
    '',
    ...closing(scene.runs, sections),
  ].flatMap(wrapped)
  const refused = sections.flatMap(({ by, remarks }, index) =>
    by === 'refused' ? [{ index, reason: remarks[0]! }] : [],
  )
  const text = body.join('\n')
  const needs = { torch, numpy: /(?<![\w.])np\./.test(text), namedtuple: calls(text, 'namedtuple') }
  return {
    text: `${[...opening(scene, needs), ...body].join('\n')}\n`,
    exported: sections.length - refused.length,
    refused,
  }
}

function sectionOf({ spec, optimizer }: WalkedRun): Section {
  if (isTorch(spec)) {
    return { by: 'torch', remarks: [`torch.optim.${torchName(spec)}`], walk: torchWalk(spec, optimizer) }
  }
  if (!isMethod(optimizer)) {
    return { by: 'numpy', remarks: remarksOf(optimizer.reference, spec), walk: equationWalk(spec, optimizer) }
  }
  const exported = methodExports.get(optimizer.name)
  if (exported === undefined) return { by: 'refused', remarks: [reasonOf(optimizer)], walk: [] }
  return { by: 'numpy', remarks: [optimizer.reference], walk: methodWalk(spec, optimizer, exported) }
}

const reasonOf = ({ name }: Optimizer) =>
  `${name} is no list of update equations, and neither torch.optim nor this export has it`

const remarksOf = (reference: string, { optimizer }: RunSpec): string[] => {
  const older = 'its rule in torch.optim before 2.0 was another, so that it is written out'
  return [reference, ...(optimizer === 'NAdam' ? [older] : [])].filter((remark) => remark !== '')
}

const paragraph = (lines: readonly string[]) => ['', '', ...lines]

interface Needs {
  readonly torch: boolean
  readonly numpy: boolean
  readonly namedtuple: boolean
}

function opening({ title, description, steps }: WalkedScene, { torch, numpy, namedtuple }: Needs): string[] {
  const needs = [...(torch ? ['PyTorch 1.13 or newer'] : []), ...(numpy ? ['NumPy'] : [])].join(' and ')
  return [
    // Python looks for the encoding in the first two lines: they are ours.
    '# A walk on a landscape, exported from the Blindfolded Climber.',
    '#',
    ...quoted(title),
    ...(title.trim() !== '' && description.trim() !== '' ? ['# |'] : []),
    ...quoted(description),
    ...(title.trim() === '' && description.trim() === '' ? [] : ['#']),
    ...comment(
      `Run it, or paste it into a notebook; it needs ${needs}. It prints where each climber ends, beside where the simulator saw her end; with --json, every step.`,
    ),
    '',
    'import json',
    'import math',
    'import sys',
    ...(namedtuple ? ['from collections import namedtuple'] : []),
    '',
    ...(numpy ? ['import numpy as np'] : []),
    ...(torch ? ['import torch'] : []),
    '',
    ...(torch ? ['torch.set_default_dtype(torch.float64)'] : []),
    ...(numpy ? ['np.seterr(all="ignore")  # a climber who diverges leaves the numbers behind'] : []),
    '',
    `STEPS = ${steps}`,
    '',
  ]
}

/** The loss at a point of plain numbers. */
const heightFunction = (torch: boolean) => [
  'def height(x, y):',
  ...indented([torch ? 'return float(loss(*torch.tensor([x, y])))' : 'return float(loss(*np.array([x, y])))']),
]

function climberSection(name: string, { by, remarks, walk }: Section, index: number): string[] {
  const head = ['', '', `# %% Climber ${index + 1}`, ...quoted(name), ...remarks.flatMap(comment)]
  if (by === 'refused') return head
  return [...head, `def climber_${index + 1}():`, ...indented(spaced(walk))]
}

const reportCode = `def survey(path):
    """The path with the loss at each point, up to the first that is not finite."""
    points = []
    for x, y in path:
        points.append((x, y, height(x, y)))
        if not all(map(math.isfinite, points[-1])):
            break
    return points


def number(value):
    """As JSON can hold it."""
    if math.isfinite(value):
        return value
    return str(value).replace("nan", "NaN").replace("inf", "Infinity")


walks = [(name, survey(climb()), expected) for name, climb, *expected in CLIMBERS]
if "--json" in sys.argv:
    runs = [
        {
            "name": name,
            "theta": [[number(x), number(y)] for x, y, _ in points],
            "loss": [number(z) for _, _, z in points],
        }
        for name, points, _ in walks
    ]
    print(json.dumps({"runs": runs}))
else:
    for name, points, (steps, *expected) in walks:
        pairs = list(zip(points[-1], expected))
        errors = [abs(a - b) / max(1.0, abs(b)) for a, b in pairs if repr(a) != repr(b)]
        print(f"{name}: {len(points) - 1} steps")
        for what, (got, simulated) in zip(("x", "y", "loss"), pairs):
            print(f"    {what:4} = {got!r}, in the simulator {simulated!r}")
        print(f"    differs by {max(errors, default=0.0):.1e}")
        if steps != len(points) - 1:
            print(f"    ended in the simulator after {steps} steps")`

/** Where everybody ended in the simulator, and the comparison. */
function closing(runs: readonly WalkedRun[], sections: readonly Section[]): string[] {
  const rows = runs.flatMap(({ name, trajectory }, i) => {
    if (sections[i]!.by === 'refused') return []
    const { theta, loss, length } = trajectory
    const end = [theta[2 * length - 2]!, theta[2 * length - 1]!, loss[length - 1]!].map(floatLiteral)
    return row([stringLiteral(name), `climber_${i + 1}, ${length - 1}`, end.join(', ')])
  })
  return [
    '# %% Where they end',
    'CLIMBERS = [',
    ...indented(['# her name, her walk; in the simulator: her steps, and x, y and the loss after them', ...rows]),
    ']',
    ...paragraph(reportCode.split('\n')),
  ]
}

/** A tuple on one line, or on several where that is too wide. */
function row(parts: readonly string[]): string[] {
  const whole = `(${parts.join(', ')}),`
  return whole.length <= WIDTH - 4 ? [whole] : ['(', ...indented(parts.map((part) => `${part},`)), '),']
}
