import { parseArgs } from 'node:util'
import { basins } from './basins'
import { criticalPoints } from './critical-points'
import { evaluate } from './evaluate'
import { type Io, UsageError } from './io'
import { pytorch } from './pytorch'
import { run } from './run'

const help = `climber: the blindfolded climber without a page

  climber run SCENE [--csv]       compute every run of a scene; JSON, or a table
  climber evaluate                read {"formula","x","y"} a line, write value, gradient and Hessian a line
  climber critical-points SCENE   find and classify where the scene's surface is level
  climber basins SCENE [--size N] [--run I]
                                  which minimum run I (0, the first) reaches from each of N x N (64) places
  climber pytorch SCENE           a Python script that walks the runs again: torch.optim, and NumPy for what it lacks
  climber --help

SCENE is a file, or - for standard input. Numbers are printed to the last bit; those that JSON does not have are the
texts "NaN", "Infinity" and "-Infinity". Bad input: status 2 and one line on standard error.
`

/** Runs the command line; resolves to the exit status. */
export async function main(args: readonly string[], io: Io): Promise<number> {
  try {
    await dispatch(args, io)
    return 0
  } catch (error) {
    if (!(error instanceof UsageError)) throw error
    io.note(error.message.replace(/\s*\n\s*/g, ' '))
    return 2
  }
}

async function dispatch(args: readonly string[], io: Io): Promise<void> {
  const { values, positionals } = readArguments(args)
  const [command, ...operands] = positionals
  if (values.help || command === 'help') return io.write(help)
  if (command === undefined) throw new UsageError('say what to do: climber run SCENE (climber --help lists all)')
  if (values.csv && command !== 'run') throw new UsageError('--csv belongs to climber run')
  if (command !== 'basins' && (values.size ?? values.run) !== undefined)
    throw new UsageError('--size and --run belong to climber basins')
  if (command === 'basins') return basins(operand(command, operands), values, io)
  if (command === 'run') return run(operand(command, operands), values, io)
  if (command === 'critical-points') return criticalPoints(operand(command, operands), io)
  if (command === 'pytorch') return pytorch(operand(command, operands), io)
  if (command !== 'evaluate')
    throw new UsageError(`unknown command ${JSON.stringify(command)}: climber --help lists all`)
  if (operands.length > 0) throw new UsageError('climber evaluate reads standard input and takes no file')
  return evaluate(io)
}

function readArguments(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        csv: { type: 'boolean' },
        size: { type: 'string' },
        run: { type: 'string' },
        help: { type: 'boolean', short: 'h' },
      },
    })
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error))
  }
}

function operand(command: string, operands: readonly string[]): string {
  const [path] = operands
  if (path === undefined) throw new UsageError(`climber ${command} needs a scene: a file, or - for standard input`)
  if (operands.length > 1) throw new UsageError(`climber ${command} takes one scene, not ${operands.length}`)
  return path
}
