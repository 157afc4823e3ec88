import { BufferAttribute, BufferGeometry, Sphere, Vector3 } from 'three'

/** No corner of a block lies further from its middle, in world units. */
const REACH = 2

/**
 * The block's mesh, in places of the ground: x and y of `position` are u and v in 0…1, z says what the vertex belongs to: 0
 * the ground; 1 to 4 the upper edge of the south, east, north or west wall; 5 to 8 its foot. The vertex shader gives
 * heights, and gives ground and walls the same ones, so that no sliver opens between them.
 */
export function blockGeometry(size: number): BufferGeometry {
  const geometry = new BufferGeometry()
  const positions = new Float32Array((size * size + 8 * size) * 3)
  const index = new Uint32Array((size - 1) * (size + 3) * 6)
  fillGround(positions, index, size)
  fillWalls(positions, index, size)
  geometry.setAttribute('position', new BufferAttribute(positions, 3))
  geometry.setIndex(new BufferAttribute(index, 1))
  // Known: three would walk through all vertices for it.
  geometry.boundingSphere = new Sphere(new Vector3(), REACH)
  return geometry
}

function fillGround(positions: Float32Array, index: Uint32Array, size: number): void {
  let n = 0
  for (let j = 0; j < size; j++) {
    for (let i = 0; i < size; i++) {
      const k = j * size + i
      positions[3 * k] = i / (size - 1)
      positions[3 * k + 1] = j / (size - 1)
      if (i + 1 === size || j + 1 === size) continue
      // Two triangles; their common side runs from the east corner to the north corner.
      index[n++] = k
      index[n++] = k + 1
      index[n++] = k + size
      index[n++] = k + 1
      index[n++] = k + size + 1
      index[n++] = k + size
    }
  }
}

function fillWalls(positions: Float32Array, index: Uint32Array, size: number): void {
  const last = size - 1
  const sides = [
    (t: number) => [t, 0] as const,
    (t: number) => [1, t] as const,
    (t: number) => [1 - t, 1] as const,
    (t: number) => [0, 1 - t] as const,
  ]
  let vertex = size * size
  let n = last * last * 6
  sides.forEach((place, side) => {
    for (let i = 0; i < size; i++) {
      const [u, v] = place(i / last)
      positions.set([u, v, 5 + side, u, v, 1 + side], 3 * vertex)
      if (i < last) {
        const k = vertex
        index.set([k, k + 2, k + 1, k + 2, k + 3, k + 1], n)
        n += 6
      }
      vertex += 2
    }
  })
}
