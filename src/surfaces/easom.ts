import { defineSurface } from './surface'

export default defineSurface({
  name: 'easom',
  title: 'Easom',
  formula: '-cos(x)*cos(y)*exp(-((x-pi)^2+(y-pi)^2))',
  domain: { x: [-2, 8], y: [-2, 8] },
  heightScale: 'linear',
  start: [0.6, 1.5],
  idea: 'A needle hole in a plateau: far away there is no slope to feel.',
  reference: 'Surjanovic & Bingham, Virtual Library of Simulation Experiments',
})
