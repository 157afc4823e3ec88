import { feelSlope, goAlong, noSlopeYet, searchLine } from './line-search'
import { type MethodRun, methodExport } from './method-export'

export default methodExport({
  name: 'CoordinateDescent',
  walled: true,
  write: (run) => {
    const { setup, next } = axes(run)
    return {
      setup: [...noSlopeYet(run), ...setup],
      step: [
        ...feelSlope(run),
        next,
        'd = np.zeros(2)',
        'd[axis] = -np.sign(g[axis])  # a unit step downhill along that axis',
        searchLine('exact', 'reach'),
        ...goAlong('exact', run),
      ],
    }
  },
})

function axes({ hyperparameters: { order }, seed }: MethodRun): { setup: readonly string[]; next: string } {
  if (order === 'random')
    return { setup: [`random = uniforms(${seed})`], next: 'axis = int(next(random) * 2)  # by chance' }
  if (order === 'steepest') return { setup: [], next: 'axis = np.argmax(np.abs(g))  # the steepest: Gauss & Southwell' }
  return { setup: ['axis = 1'], next: 'axis = 1 - axis  # in turn' }
}
