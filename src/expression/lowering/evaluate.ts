import { applyFunction } from './functions'
import { scalar } from './scalar'

/**
 * A function of the language on numbers: the bits that every executor gives. Conditions are 1 and 0; any number but 0 is
 * true. Throws RangeError when there is no such function.
 */
export const evaluateFunction = (name: string, args: readonly number[]): number => {
  const result = applyFunction(
    scalar,
    name,
    args.map((value) => ({ value, condition: value !== 0, constant: value })),
  )
  return 'value' in result ? result.value : Number(result.condition)
}
