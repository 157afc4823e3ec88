/** `climber pytorch`: the script on standard output, what it leaves out on standard error. */
import { expect, test } from 'vitest'
import { climber, onScene } from './fixtures'

const scene = (...optimizers: readonly string[]) => ({
  title: 'A bowl',
  surface: 'sphere',
  steps: 2,
  runs: optimizers.map((optimizer) => ({ optimizer, start: [1, 2] })),
})

test('prints a script', async () => {
  const { status, out, err } = await onScene(['pytorch'], scene('SGD', 'Lion'))
  expect({ status, err }).toEqual({ status: 0, err: '' })
  expect(out).toMatch(/^# [^\n]*\n#\n# \| A bowl\n/)
  expect(out).toContain('torch.optim.SGD([theta], lr=0.001)')
  expect(out).toMatch(/\n$/)
})

test('exports methods beside what torch.optim has', async () => {
  const { status, out, err } = await onScene(['pytorch'], scene('Newton', 'SGD', 'NelderMead'))
  expect({ status, err }).toEqual({ status: 0, err: '' })
  expect(out.match(/^def climber_\d\(\):$/gm)).toHaveLength(3)
})

test.each([
  ['nobody', scene(), /runs: there is none to export/],
  ['a mended value', { ...scene('SGD'), steps: -1 }, /steps/],
])('a scene with %s is refused with status 2 and nothing written', async (_, document, reason) => {
  const { status, out, err } = await onScene(['pytorch'], document)
  expect({ status, out }).toEqual({ status: 2, out: '' })
  expect(err).toMatch(reason)
  expect(err.match(/\n/g)).toHaveLength(1)
})

test('wants one scene', async () => {
  expect((await climber(['pytorch'])).err).toMatch(/needs a scene/)
})
