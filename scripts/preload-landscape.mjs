// The page's own code says what it needs only after it has run, and the landscape, its largest part, last of all. This
// plugin names both in the page's head, so that the browser fetches and compiles them while it still reads the page.
const needed = ['src/app/main.tsx', 'src/views/landscape/Landscape.tsx']

export const preloadLandscape = () => ({
  name: 'preload-landscape',
  apply: 'build',
  transformIndexHtml: {
    order: 'post',
    handler(html, { bundle }) {
      const chunks = Object.values(bundle)
      const files = new Set()
      const add = (fileName) => {
        if (files.has(fileName)) return
        files.add(fileName)
        bundle[fileName]?.imports?.forEach(add)
      }
      for (const module of needed) {
        const chunk = chunks.find(({ facadeModuleId }) => facadeModuleId?.endsWith(`/${module}`))
        if (chunk === undefined)
          throw new Error(`no chunk begins with ${module}: name the new one in scripts/preload-landscape.mjs`)
        add(chunk.fileName)
      }
      return [...files]
        .filter((fileName) => !html.includes(fileName))
        .map((fileName) => ({
          tag: 'link',
          attrs: { rel: 'modulepreload', crossorigin: true, href: `./${fileName}` },
          injectTo: 'head',
        }))
    },
  },
})
