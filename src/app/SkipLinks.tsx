/** The first stops of the keyboard: past the header and panels, straight to the ground or to time. */
export function SkipLinks() {
  return (
    <nav className="skip-links" aria-label="Skip">
      {/* Buttons, not links: the address's hash holds the scene. */}
      <button type="button" onClick={() => focus('[data-ground]')}>
        Skip to the ground
      </button>
      <button type="button" onClick={() => focus('[data-edge="bottom"] button')}>
        Skip to the timeline
      </button>
    </nav>
  )
}

const focus = (selector: string) => document.querySelector<HTMLElement>(selector)?.focus()
