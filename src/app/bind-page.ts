import { linkTrouble, type Started } from './start'

/** Keeps the address holding the scene. Packing scenes into links is loaded after what draws the first one. */
export async function bindPage({ store, page, hide }: Started): Promise<void> {
  try {
    const { bindAddress } = await import('../store/url')
    bindAddress(store, { window, hide, onProblem: (message) => page.getState().alarm(linkTrouble(message)) })
  } catch {
    page.getState().notify('The address will not follow this scene: a part of the program could not be loaded.')
  }
}
