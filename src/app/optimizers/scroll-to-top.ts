/**
 * Brings an element to the top of whatever scrolls around it, and moves nothing else: `scrollIntoView` would push the whole
 * page where its panel ends too early.
 */
export function scrollToTop(element: Element | null): void {
  let scroller = element?.parentElement
  while (scroller && !/auto|scroll/.test(getComputedStyle(scroller).overflowY)) scroller = scroller.parentElement
  if (!element || !scroller) return
  scroller.scrollTop += element.getBoundingClientRect().top - scroller.getBoundingClientRect().top - 8
}
