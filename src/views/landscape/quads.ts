import { BufferAttribute, BufferGeometry, DynamicDrawUsage } from 'three'

/**
 * Gives a geometry room for `capacity` quads, keeping what it holds: float attributes by name and size, four vertices a quad,
 * and the attribute `corner` that tells them apart. (Instancing would cost a software renderer 30 us a quad.)
 */
export function growQuads(
  geometry: BufferGeometry,
  capacity: number,
  sizes: Readonly<Record<string, number>>,
  corners: readonly number[],
): void {
  const old = geometry.attributes
  // Frees the buffers on the card; three makes new ones from the new attributes.
  geometry.dispose()
  const fresh = new BufferGeometry()
  for (const [name, size] of Object.entries(sizes)) {
    const attribute = new BufferAttribute(new Float32Array(capacity * 4 * size), size).setUsage(DynamicDrawUsage)
    if (old[name] !== undefined) attribute.array.set(old[name].array)
    fresh.setAttribute(name, attribute)
  }
  const corner = new Int8Array(capacity * 8)
  const index = new Uint32Array(capacity * 6)
  for (let n = 0; n < capacity; n++) {
    corner.set(corners, 8 * n)
    index.set([4 * n, 4 * n + 1, 4 * n + 2, 4 * n + 1, 4 * n + 3, 4 * n + 2], 6 * n)
  }
  fresh.setAttribute('corner', new BufferAttribute(corner, 2))
  geometry.attributes = fresh.attributes
  geometry.setIndex(new BufferAttribute(index, 1))
}

/** Tells three that the named attributes changed. */
export function touch(geometry: BufferGeometry, sizes: Readonly<Record<string, number>>): void {
  for (const name in sizes) geometry.getAttribute(name).needsUpdate = true
}
