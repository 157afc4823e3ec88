/** The place of the domain under a point of the window. */
export type Pick = (clientX: number, clientY: number) => { readonly x: number; readonly y: number } | null

/** How far apart, in CSS pixels, places are compared. */
const APART = 3

/**
 * Where a direction of the domain points on the screen, in radians clockwise from the right, at a point of the window.
 * Found by asking what lies under three neighbouring pixels, so it follows the camera and the lie of the ground.
 * Null where there is no ground beside the point, or its picture is folded.
 */
export function screenDirection(
  pick: Pick,
  clientX: number,
  clientY: number,
  [dx, dy]: readonly [number, number],
): number | null {
  const here = pick(clientX, clientY)
  const right = pick(clientX + APART, clientY)
  const below = pick(clientX, clientY + APART)
  if (here === null || right === null || below === null) return null
  // Columns of the map from pixels to the domain; its inverse carries the direction to pixels.
  const [a, c] = [right.x - here.x, right.y - here.y]
  const [b, d] = [below.x - here.x, below.y - here.y]
  const determinant = a * d - b * c
  if (determinant === 0) return null
  const across = (d * dx - b * dy) / determinant
  const down = (a * dy - c * dx) / determinant
  return Number.isFinite(across + down) ? Math.atan2(down, across) : null
}
