/**
 * While developing, Vite writes styles and a preamble into the page: the content security policy of `index.html` lets them in.
 * The built page keeps the policy as it stands there.
 */
export const devPolicy = () => ({
  name: 'dev-policy',
  apply: 'serve',
  transformIndexHtml: {
    order: 'pre',
    handler: (html, context) =>
      context.server === undefined
        ? html
        : html
            .replace("style-src 'self'", "style-src 'self' 'unsafe-inline'")
            .replace("script-src 'self'", "script-src 'self' 'unsafe-inline'")
            .replace("connect-src 'self'", "connect-src 'self' ws:"),
  },
})
