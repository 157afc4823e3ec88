/** Finds a Python with the libraries that scripts need, and runs many scripts in one process: importing takes seconds. */
import { spawnSync } from 'node:child_process'

const probe = 'import importlib.util as u; print([m for m in ("numpy", "torch") if u.find_spec(m)])'

export interface Python {
  readonly command: string
  readonly hasNumpy: boolean
  readonly hasTorch: boolean
}

/** The best equipped of the usual ones; undefined where none can run anything. */
export function findPython(): Python | undefined {
  const found = ['python3', '/usr/bin/python3'].flatMap((command) => {
    const { stdout, status } = spawnSync(command, ['-c', probe], { encoding: 'utf8' })
    return status === 0 ? [{ command, hasNumpy: stdout.includes('numpy'), hasTorch: stdout.includes('torch') }] : []
  })
  const score = ({ hasNumpy, hasTorch }: Python) => Number(hasNumpy) + 2 * Number(hasTorch)
  return found.sort((a, b) => score(b) - score(a))[0]
}

const driver = `
import contextlib, io, json, sys, traceback
try:
    import torch; torch.set_num_threads(1)
except ImportError:
    pass
sys.argv = ["script.py", "--json"]
answers = []
for text in json.load(sys.stdin):
    out = io.StringIO()
    try:
        with contextlib.redirect_stdout(out):
            exec(compile(text, "script.py", "exec"), {"__name__": "__main__"})
        answers.append({"out": out.getvalue()})
    except BaseException:
        answers.append({"error": traceback.format_exc()})
json.dump(answers, sys.stdout)
`

export interface Answer {
  readonly out?: string
  readonly error?: string
}

/** What each script prints when it is told \`--json\`, or why it failed. */
export function runScripts({ command }: Python, scripts: readonly string[]): readonly Answer[] {
  const { stdout, stderr, status } = spawnSync(command, ['-c', driver], {
    input: JSON.stringify(scripts),
    encoding: 'utf8',
    maxBuffer: 2 ** 28,
    env: { ...process.env, PYTHONIOENCODING: 'utf-8', OMP_NUM_THREADS: '1' },
  })
  if (status !== 0) throw new Error(`${command} ended with ${status}: ${stderr}`)
  return JSON.parse(stdout) as Answer[]
}
