import { piece } from './piece'

export default piece({
  name: 'Trial',
  code: `# A place on a line: how far along it, the loss there, and the slope along the line.
Trial = namedtuple("Trial", "t loss slope")`,
})
