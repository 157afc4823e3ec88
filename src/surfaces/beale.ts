import { defineSurface } from './surface'

export default defineSurface({
  name: 'beale',
  title: 'Beale',
  formula: '(1.5-x+x*y)^2+(2.25-x+x*y^2)^2+(2.625-x+x*y^3)^2',
  domain: { x: [-4.5, 4.5], y: [-4.5, 4.5] },
  heightScale: 'log',
  start: [-1, -1.5],
  idea: 'A long flat valley between towering corners.',
  reference: 'Surjanovic & Bingham, Virtual Library of Simulation Experiments',
})
