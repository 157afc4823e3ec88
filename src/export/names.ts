/** Python's keywords, and the names that scripts give a meaning of their own or take from Python. */
const reserved: ReadonlySet<string> = new Set(
  [
    'False None True and as assert async await break class continue def del elif else except finally for from global if',
    'import in is lambda nonlocal not or pass raise return try while with yield match case type',
    'abs all dict enumerate float len list map max min print range repr round str sum tuple zip',
    'json math np sys torch',
    'STEPS CLIMBERS loss gradient hessian_diagonal hessian namedtuple height survey number walks sinc1 sinc2 cbrt',
    'path optimizer closure group wobble loss_here value',
  ]
    .join(' ')
    .split(' '),
)

/** Gives names that come from scenes names in Python: none that means something already, no two the same. */
export class PythonNames {
  readonly #taken: Set<string>

  constructor(taken: Iterable<string> = []) {
    this.#taken = new Set([...reserved, ...taken])
  }

  /** `name`, if it is free, or with an underscore or more behind it. The language's names are ASCII identifiers. */
  claim(name: string): string {
    let free = /^(__|climber_\d|[^A-Za-z_])/.test(name) ? `p_${name.replace(/\W/g, '_')}` : name
    while (this.#taken.has(free)) free += '_'
    this.#taken.add(free)
    return free
  }
}
