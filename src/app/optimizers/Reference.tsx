import { referenceParts } from './reference-parts'

/** Where an optimizer comes from, with links to what can be read. */
export function Reference({ reference }: { readonly reference: string }) {
  return referenceParts(reference).map(({ text, href }, k) =>
    href === undefined ? (
      text
    ) : (
      <a key={k} href={href} target="_blank" rel="noreferrer">
        {text}
      </a>
    ),
  )
}
