interface ReferencePart {
  readonly text: string
  /** Where it can be read. */
  readonly href?: string
}

const LINKED = /(arXiv:\d{4}\.\d{4,5}|torch\.optim\.[A-Z]\w*)/

/** A reference cut at what can be opened: papers on arXiv, classes of torch.optim. */
export function referenceParts(reference: string): readonly ReferencePart[] {
  return reference
    .split(LINKED)
    .filter((text) => text !== '')
    .map((text) => {
      const href = addressOf(text)
      return href === undefined ? { text } : { text, href }
    })
}

function addressOf(text: string): string | undefined {
  if (!LINKED.test(text)) return undefined
  if (text.startsWith('arXiv:')) return `https://arxiv.org/abs/${text.slice('arXiv:'.length)}`
  return `https://docs.pytorch.org/docs/stable/generated/${text}.html`
}
