/** The gallery's order, search and references. */
import { describe, expect, test } from 'vitest'
import { groupsOf, search } from '../../../src/app/optimizers/groups'
import { referenceParts } from '../../../src/app/optimizers/reference-parts'
import { optimizers } from '../../../src/registry'

const namesOf = (entries: Iterable<{ readonly name: string }>) => [...entries].map(({ name }) => name)

describe('groupsOf', () => {
  const groups = new Map(groupsOf(optimizers.values()).map((group) => [group.title, namesOf(group.optimizers)]))

  test('everyone is in one group', () => {
    expect([...groups.values()].flat().sort()).toEqual([...optimizers.keys()].sort())
  })

  test('torch.optim is there, methods are told from equations, and the rest is known from papers', () => {
    expect(groups.get('torch.optim')).toEqual(expect.arrayContaining(['SGD', 'Adam', 'LBFGS', 'ASGD', 'Rprop']))
    expect(groups.get('By name, from papers')).toEqual(expect.arrayContaining(['AMSGrad', 'Lion', 'Sophia']))
    expect(groups.get('Methods that look around')).toEqual(expect.arrayContaining(['Newton', 'NelderMead', 'Feel']))
  })

  test('a group without anyone is left out', () => {
    expect(groupsOf([optimizers.get('Lion')!]).map(({ title }) => title)).toEqual(['By name, from papers'])
  })
})

describe('search', () => {
  test.each([
    ['lion', 'Lion'],
    ['  ADAM ', 'Adam'],
    ['nelder mead', 'NelderMead'],
    ['kingma', 'Adam'],
    ['2302.06675', 'Lion'],
    ['heavy ball', 'SGD'],
    ['rms', 'RMSprop'],
  ])('`%s` finds %s', (query, name) => {
    expect(namesOf(search(optimizers.values(), query))).toContain(name)
  })

  test('a name that begins with what is typed comes first', () => {
    expect(search(optimizers.values(), 'sgd')[0]?.name).toBe('SGD')
    expect(search(optimizers.values(), 'newton')[0]?.name).toBe('Newton')
  })

  test('nothing typed finds all, and nonsense nobody', () => {
    expect(namesOf(search(optimizers.values(), ' '))).toEqual([...optimizers.keys()])
    expect(search(optimizers.values(), 'constructor')).toEqual([])
  })
})

describe('referenceParts', () => {
  test('papers and classes can be opened', () => {
    expect(referenceParts('Kingma & Ba 2015, arXiv:1412.6980, algorithm 1; torch.optim.Adam')).toEqual([
      { text: 'Kingma & Ba 2015, ' },
      { text: 'arXiv:1412.6980', href: 'https://arxiv.org/abs/1412.6980' },
      { text: ', algorithm 1; ' },
      { text: 'torch.optim.Adam', href: 'https://docs.pytorch.org/docs/stable/generated/torch.optim.Adam.html' },
    ])
  })

  test('nothing of any reference is lost', () => {
    for (const { reference } of optimizers.values()) {
      expect(
        referenceParts(reference)
          .map(({ text }) => text)
          .join(''),
      ).toBe(reference)
    }
  })
})
