import type Katex from 'katex'

export type Typesetter = typeof Katex

/** The parts of KaTeX's tree that matter here. */
interface TreeNode {
  readonly attributes?: Record<string, string>
  readonly children?: readonly TreeNode[]
}

/** KaTeX renders in two steps, of which it types only the sum. */
interface TwoSteps {
  __renderToDomTree(tex: string, options: object): TreeNode & { toNode(): Node }
}

const options = {
  // `\htmlClass` names the colours of `roleTex`; nothing else that reaches out of the formula is let in.
  trust: ({ command }: { readonly command: string }) => command === '\\htmlClass',
  strict: false,
  throwOnError: false,
  output: 'html',
}

/**
 * What `katex.render` does, but without style attributes, which a policy of `style-src 'self'` refuses and complains
 * about: KaTeX gives them to the middle pieces of tall braces, whose parents have that width anyway.
 */
export function renderTex(katex: Typesetter, tex: string, element: HTMLElement, display: boolean): void {
  const tree = (katex as unknown as TwoSteps).__renderToDomTree(tex, { ...options, displayMode: display })
  removeStyleAttributes(tree)
  element.replaceChildren(tree.toNode())
}

function removeStyleAttributes({ attributes, children = [] }: TreeNode): void {
  if (attributes !== undefined) delete attributes.style
  children.forEach(removeStyleAttributes)
}

/** The browser keeps modules: asking again costs nothing. */
export async function loadTypesetter(): Promise<Typesetter> {
  const [module] = await Promise.all([import('katex'), import('katex/dist/katex.min.css')])
  return module.default
}
