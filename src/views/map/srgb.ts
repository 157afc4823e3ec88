/** Linear light of each sRGB byte. */
export const decode: readonly number[] = Array.from({ length: 256 }, (_, byte) => {
  const c = byte / 255
  return c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4
})

const ENCODE_STEPS = 4096
const encode = Uint8Array.from({ length: ENCODE_STEPS + 1 }, (_, k) => {
  const c = k / ENCODE_STEPS
  return Math.round(255 * (c <= 0.0031308 ? 12.92 * c : 1.055 * c ** (1 / 2.4) - 0.055))
})

/** The sRGB byte of linear light in 0…1; clamped. */
export const encoded = (linear: number) =>
  encode[Math.min(Math.max((linear * ENCODE_STEPS + 0.5) | 0, 0), ENCODE_STEPS)]!
