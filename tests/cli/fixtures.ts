import { main } from '../../src/cli/main'

export interface Ended {
  readonly status: number
  readonly out: string
  readonly err: string
}

/** Runs a command in this process: `input` is standard input, in pieces; `files` are all there are. */
export async function climber(
  args: readonly string[],
  { input = [], files = {} }: { input?: readonly string[]; files?: Readonly<Record<string, string>> } = {},
): Promise<Ended> {
  let out = ''
  let err = ''
  const encoder = new TextEncoder()
  const status = await main(args, {
    input: (async function* () {
      for (const piece of input) yield encoder.encode(piece)
    })(),
    write: async (text) => {
      out += text
    },
    note: (line) => {
      err += `climber: ${line}\n`
    },
    readFile: async (path) => {
      const text = new Map(Object.entries(files)).get(path)
      if (text === undefined) throw Object.assign(new Error(path), { code: 'ENOENT' })
      return encoder.encode(text)
    },
  })
  return { status, out, err }
}

/** The command on a scene that comes by standard input. */
export const onScene = (args: readonly string[], scene: object): Promise<Ended> =>
  climber([...args, '-'], { input: [JSON.stringify({ version: 1, ...scene })] })
