/**
 * Both move whatever scrolls around an element, and nothing else: `scrollIntoView` would push the whole page where its
 * panel ends too early.
 */

/** Brings the element to the top. */
export function scrollToTop(element: Element | null): void {
  move(element, (here, room) => here.top - room.top - MARGIN)
}

/** Moves no further than it takes to see the whole element, or as much of it, from its top, as there is room for. */
export function scrollIntoSight(element: Element | null): void {
  move(element, (here, room) => {
    const up = here.top - room.top - MARGIN
    const down = here.bottom - room.bottom + MARGIN
    return up < 0 ? up : Math.max(Math.min(up, down), 0)
  })
}

const MARGIN = 8

function move(element: Element | null, by: (here: DOMRect, room: DOMRect) => number): void {
  let scroller = element?.parentElement
  while (scroller && !/auto|scroll/.test(getComputedStyle(scroller).overflowY)) scroller = scroller.parentElement
  if (element && scroller) scroller.scrollTop += by(element.getBoundingClientRect(), scroller.getBoundingClientRect())
}
