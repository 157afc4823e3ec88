import { useSceneStore } from '../../store/react'
import { LinkIcon } from '../icons'
import { usePageActions } from '../page-context'

export function ShareButton() {
  const store = useSceneStore()
  const { notify } = usePageActions()
  const copy = async () => {
    try {
      const { linkTo } = await import('../../store/url')
      await copyText(linkTo(store, window.location.href))
      notify('Link copied: it opens exactly this scene.')
    } catch (error) {
      notify(error instanceof Error ? error.message : 'The link could not be copied.')
    }
  }
  return (
    <button type="button" className="button" aria-label="Copy link" title="Copy link" onClick={copy}>
      <LinkIcon />
      <span>Copy link</span>
    </button>
  )
}

/** Throws where the browser forbids the clipboard, with what to do instead. */
async function copyText(text: string): Promise<void> {
  try {
    await navigator.clipboard.writeText(text)
  } catch {
    throw new Error('The clipboard is closed to this page: copy the address instead, it holds the scene.')
  }
}
