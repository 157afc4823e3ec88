import { describe, expect, it } from 'vitest'
import { functionFamilies } from '../../src/app/help/functions'
import { parse } from '../../src/expression'
import { callables } from '../../src/expression/functions'

const entries = functionFamilies.flatMap(([, functions]) => functions)

describe('the help on formulas', () => {
  it('lists every function, each name once', () => {
    const names = entries.flatMap((entry) => entry.names)
    expect([...names].sort()).toEqual([...callables.keys()].sort())
  })

  it.each(entries.map(({ call }) => [call] as const))('shows %s as it can be typed', (call) => {
    const parameters = ['z', 'a', 'b', 'low', 'high', 'condition']
    expect(() => parse(call, { inputs: ['x', 'y'], parameters })).not.toThrow()
  })
})
