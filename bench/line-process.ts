import { type ChildProcess, spawn } from 'node:child_process'
import { createInterface } from 'node:readline'

/** A program that answers each line of its standard input by one line. It has one thread for its arithmetic. */
export class LineProcess {
  readonly #child: ChildProcess
  readonly #answers: AsyncIterator<string>

  constructor(command: string, args: readonly string[]) {
    const one = { OMP_NUM_THREADS: '1', OPENBLAS_NUM_THREADS: '1', MKL_NUM_THREADS: '1' }
    this.#child = spawn(command, args, { stdio: ['pipe', 'pipe', 'inherit'], env: { ...process.env, ...one } })
    this.#answers = createInterface({ input: this.#child.stdout! })[Symbol.asyncIterator]()
  }

  async ask(line: string): Promise<string> {
    this.#child.stdin!.write(`${line}\n`)
    return this.next()
  }

  /** The next line that it prints. */
  async next(): Promise<string> {
    const { value, done } = await this.#answers.next()
    if (done === true) throw new Error('a competitor ended early')
    return value
  }

  end(): void {
    this.#child.stdin!.end()
  }
}
