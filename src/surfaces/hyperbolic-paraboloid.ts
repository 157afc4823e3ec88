import { defineSurface } from './surface'

export default defineSurface({
  name: 'hyperbolic-paraboloid',
  title: 'Saddle',
  formula: 'x^2-y^2',
  domain: { x: [-2, 2], y: [-2, 2] },
  heightScale: 'linear',
  start: [1.5, 0.001],
  idea: 'Down along one axis, up along the other: the slope vanishes where nothing ends.',
  reference: 'Classical',
})
