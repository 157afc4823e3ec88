import { linkTrouble, type Started } from './start'

/** Keeps the address holding the scene, from the first steps on: packing scenes into links is loaded after it. */
export function bindPage(started: Started): void {
  const unsubscribe = started.page.subscribe(({ underWay }) => {
    if (!underWay) return
    unsubscribe()
    bind(started)
  })
}

async function bind({ store, page, hide }: Started): Promise<void> {
  try {
    const { bindAddress } = await import('../store/url')
    bindAddress(store, { window, hide, onProblem: (message) => page.getState().alarm(linkTrouble(message)) })
  } catch {
    page.getState().notify('The address will not follow this scene: a part of the program could not be loaded.')
  }
}
