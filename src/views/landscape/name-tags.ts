import type { Texture } from 'three'
import type { Climber } from '../../store/types'
import type { Theme } from '../theme'
import { NameLayout, type NamePlace } from './name-layout'
import type { Sprites } from './sprites'
import type { Stage } from './stage'
import { TextAtlas, type TextBox } from './text-atlas'
import { HEAD, hasBadge } from './walker-marks'

/** More names than this would be a crowd: only the selected one's is shown then. */
const CROWD = 12
const FONT = '500 12px ui-sans-serif, system-ui, sans-serif'
/** Between a head, or its badge, and its name. */
const GAP = 5
const BADGE_REACH = 6

/** The climbers' names beside their heads. */
export class NameTags {
  readonly #atlas = new TextAtlas()
  readonly #layout = new NameLayout()
  readonly #place: NamePlace = { dx: 0, dy: 0, shown: false }
  #names: readonly string[] = []
  #theme: Theme | undefined
  #boxes: readonly TextBox[] = []
  #ratio = 0

  get texture(): Texture {
    return this.#atlas.texture
  }

  set(names: readonly string[], theme: Theme): void {
    this.#names = names
    this.#theme = theme
    this.#ratio = 0
  }

  dispose(): void {
    this.#atlas.dispose()
  }

  /** Adds the names that find room, the selected climber's first. */
  add(sprites: Sprites, stage: Stage, climbers: readonly Climber[], selected: number): void {
    if (this.#names.length === 0) return
    this.#draw(stage.uPixelRatio.value)
    this.#layout.begin(stage.size.width, stage.size.height)
    this.#avoidMarks(stage, climbers)
    if (selected >= 0) this.#name(sprites, stage, climbers, selected)
    if (climbers.length > CROWD) return
    for (let n = 0; n < climbers.length; n++) if (n !== selected) this.#name(sprites, stage, climbers, n)
  }

  /** A picture for export has more pixels: the text is drawn anew for it. */
  #draw(ratio: number): void {
    if (ratio === this.#ratio || this.#theme === undefined) return
    this.#ratio = ratio
    const style = { font: FONT, color: this.#theme.ink, halo: this.#theme.paper }
    this.#boxes = this.#atlas.set(
      this.#names.map((name) => [name, style]),
      ratio,
    )
  }

  #avoidMarks(stage: Stage, climbers: readonly Climber[]): void {
    for (const { x, y, z, hidden } of stage.marks) {
      if (hidden) continue
      const at = stage.toCanvas(x, y, z)
      this.#layout.avoid(at.x, at.y, stage.markHalf + 1, stage.markHalf + 1)
    }
    for (let n = 0; n < climbers.length; n++) {
      if (climbers[n]!.trajectory === null) continue
      const { x, y, z } = stage.places[n]!
      const at = stage.toCanvas(x, y, z)
      this.#layout.avoid(at.x, at.y, HEAD, HEAD)
    }
  }

  #name(sprites: Sprites, stage: Stage, climbers: readonly Climber[], n: number): void {
    const box = this.#boxes[n]
    if (box === undefined || !climbers[n]?.trajectory) return
    const place = stage.places[n]!
    const { x, y, z } = place
    const at = stage.toCanvas(x, y, z)
    const reach = HEAD + GAP + (hasBadge(climbers[n], place) ? BADGE_REACH : 0)
    this.#layout.place(n, at.x, at.y, reach, box, this.#place)
    if (this.#place.shown) sprites.addText(box, x, y, z, place.inReach ? 1 : 0.6, this.#place.dx, this.#place.dy)
  }
}
