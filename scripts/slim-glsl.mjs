// Shaders are written for people; what is sent has neither their comments nor their indentation.
const shader = /\/\* glsl \*\/ `([^`]*)`/g

export const slimGlsl = () => ({
  name: 'slim-glsl',
  apply: 'build',
  enforce: 'pre',
  transform(code, id) {
    if (!id.includes('/src/views/') || !code.includes('/* glsl */')) return undefined
    return {
      code: code.replace(shader, (_, text) => `\`${text.replace(/\/\/.*$/gm, '').replace(/\s*\n\s*/g, '\n')}\``),
      map: null,
    }
  },
})
