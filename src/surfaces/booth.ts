import { defineSurface } from './surface'

export default defineSurface({
  name: 'booth',
  title: 'Booth',
  formula: '(x+2*y-7)^2+(2*x+y-5)^2',
  domain: { x: [-10, 10], y: [-10, 10] },
  heightScale: 'log',
  start: [-8, 8],
  idea: 'A tilted bowl: momentum helps because the axes are not the valleys.',
  reference: 'Surjanovic & Bingham, Virtual Library of Simulation Experiments',
})
