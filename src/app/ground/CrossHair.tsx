/** Where Enter releases a climber; only while the ground is steered by keys. */
export function CrossHair({ at }: { readonly at: { readonly x: number; readonly y: number } | null }) {
  if (at === null) return null
  return (
    <svg
      className="cross-hair"
      style={{ left: at.x, top: at.y }}
      viewBox="-16 -16 32 32"
      width="32"
      height="32"
      aria-hidden="true"
    >
      <path className="cross-hair-halo" d="M-14 0h9M5 0h9M0-14v9M0 5v9" />
      <path d="M-14 0h9M5 0h9M0-14v9M0 5v9" />
      <circle r="1.5" />
    </svg>
  )
}
