// @vitest-environment happy-dom
import katex from 'katex'
import { describe, expect, it } from 'vitest'
import { renderTex } from '../../../src/views/typeset/render-tex'

function rendered(tex: string): HTMLElement {
  const element = document.createElement('span')
  element.textContent = 'what was there before'
  renderTex(katex, tex, element, true)
  return element
}

const tall =
  '\\begin{cases} \\frac{1}{2} & \\text{if } x > 0 \\\\ 2 & \\text{if } y > 0 \\\\ 3 & \\text{otherwise} \\end{cases}'

describe('renderTex', () => {
  it('gives no style attribute to the middle pieces of tall braces, which a strict policy refuses', () => {
    expect(katex.renderToString(tall, { displayMode: true })).toMatch(/<svg[^>]* style=/)
    expect([...rendered(tall).querySelectorAll('svg')].filter((svg) => svg.hasAttribute('style'))).toEqual([])
  })

  it('replaces what was there by what KaTeX renders', () => {
    const element = rendered('x^2')
    expect(element.querySelector('.katex-display .katex-html')?.textContent).toBe('x2')
    expect(element.textContent).not.toContain('before')
  })

  it('lets classes in, and nothing else that reaches out', () => {
    expect(rendered('\\htmlClass{role-update}{x}').querySelector('.role-update')?.textContent).toBe('x')
    expect(rendered('\\href{https://example.org}{x}').querySelector('a')).toBeNull()
    expect(rendered('\\includegraphics{x.png}').querySelector('img')).toBeNull()
  })
})
