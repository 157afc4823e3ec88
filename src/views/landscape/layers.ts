/** What only changes with camera, surface and theme: block, ground, axes. */
export const STILL = 0
/** What moves while the climbers walk: marks, names, the axes' numbers. */
export const MOVING = 1

/**
 * What a walk draws behind its climbers. Each of these needs code that a processor which draws has to compile first: they join
 * the picture one by one, once she walks.
 */
export const TRAILS = 2
export const GHOSTS = 3
export const ARROWS = 4
export const joining = [TRAILS, GHOSTS, ARROWS] as const
