/** What only changes with camera, surface and theme: block, ground, axes. */
export const STILL = 0
/** What moves while the climbers walk: trails, marks, arrows. */
export const MOVING = 1
