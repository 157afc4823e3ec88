/** What the commands know of the world outside: injected, so that tests need no process. */
export interface Io {
  /** Standard input, in pieces as they arrive. */
  readonly input: AsyncIterable<Uint8Array>
  /** Resolves when more may be written. */
  write(text: string): Promise<void>
  /** One line for people, on standard error. */
  note(line: string): void
  /** Throws what the platform throws. */
  readFile(path: string): Promise<Uint8Array>
}

/** Bad input: the command ends with status 2 and this one line. */
export class UsageError extends Error {
  override readonly name = 'UsageError'
}
