import { isMethod, type Optimizer } from '../../optimizers/optimizer'

export interface OptimizerGroup {
  readonly title: string
  readonly optimizers: readonly Optimizer[]
}

const TITLES = ['torch.optim', 'By name, from papers', 'Methods that look around'] as const

/** Optimizers by where people know them from, in their own order; without the groups that nobody is in. */
export function groupsOf(optimizers: Iterable<Optimizer>): readonly OptimizerGroup[] {
  const all = [...optimizers]
  return TITLES.map((title) => ({ title, optimizers: all.filter((optimizer) => titleOf(optimizer) === title) })).filter(
    (group) => group.optimizers.length > 0,
  )
}

/** A class of torch.optim names itself in its reference. */
function titleOf(optimizer: Optimizer): (typeof TITLES)[number] {
  const [, name] = /torch\.optim\.(\w+)/.exec(optimizer.reference) ?? []
  if (name === optimizer.name) return 'torch.optim'
  return isMethod(optimizer) ? 'Methods that look around' : 'By name, from papers'
}

/** Those whose name, summary or reference has every word of `query`; a name that begins with it comes first. */
export function search(optimizers: Iterable<Optimizer>, query: string): readonly Optimizer[] {
  const words = query.toLowerCase().split(/\s+/).filter(Boolean)
  const found = [...optimizers].filter((optimizer) => {
    const text = textOf(optimizer)
    return words.every((word) => text.includes(word))
  })
  const [first = ''] = words
  const begins = ({ name }: Optimizer) => Number(name.toLowerCase().startsWith(first))
  return found.sort((a, b) => begins(b) - begins(a))
}

/** `NelderMead` is found by `nelder mead` too. */
const textOf = ({ name, summary, reference }: Optimizer) =>
  `${name} ${name.replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2')} ${summary} ${reference}`.toLowerCase()
