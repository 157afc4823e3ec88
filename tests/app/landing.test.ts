import { expect, it } from 'vitest'
import { landing } from '../../src/app/landing'
import { examples } from '../../src/scene/examples'

it('opens with the first example, exactly as it parses', () => {
  expect(landing).toEqual(examples[0]!.scene)
})
