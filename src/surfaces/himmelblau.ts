import { defineSurface } from './surface'

export default defineSurface({
  name: 'himmelblau',
  title: 'Himmelblau',
  formula: '(x^2+y-11)^2+(x+y^2-7)^2',
  domain: { x: [-5, 5], y: [-5, 5] },
  heightScale: 'log',
  start: [-0.5, -0.5],
  idea: 'Four equal valleys around one summit: where a climber ends depends on how she walks.',
  reference: 'Wikipedia “Test functions for optimization”',
})
