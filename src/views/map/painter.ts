import { type Block, worldX, worldZ } from '../landscape/block'
import type { LandscapeProps } from '../landscape/props'
import type { SwarmFrame } from '../overlays'
import { drawAxes } from './axes'
import type { MapContent } from './content'
import { type Flight, flightAt } from './flight'
import { clampPose, type Frame, frameOf, type MapPose, panned, type Size, WHOLE, zoomed } from './frame'
import { drawGradientLayer } from './gradient-layer'
import { type Attention, Moving } from './moving'
import { drawPaper } from './paper'
import { Sheet } from './sheet'
import { SwarmLayer } from './swarm-layer'
import { TrailLayer } from './trail-layer'

/** The canvases of a map, one upon the other. */
export interface MapCanvases {
  /** Paper, relief, axes. */
  readonly ground: HTMLCanvasElement
  readonly swarm: HTMLCanvasElement
  /** What was walked. */
  readonly trails: HTMLCanvasElement
  /** What moves, and marks. */
  readonly marks: HTMLCanvasElement
}

type Layer = keyof MapCanvases

/** Draws a map: each canvas only when something on it has changed, at most once a frame, and none at rest. */
export class MapPainter {
  readonly #contexts: Readonly<Record<Layer, CanvasRenderingContext2D>>
  readonly #playback: LandscapeProps['playback']
  readonly #sheet = new Sheet(() => this.#touch('ground'))
  readonly #trails = new TrailLayer()
  readonly #swarmLayer = new SwarmLayer()
  readonly #moving = new Moving()
  readonly #stale = new Set<Layer>()
  readonly #unsubscribe: () => void
  #content: MapContent | undefined
  #size: Size = { width: 0, height: 0 }
  #pixelRatio = 1
  #pose: MapPose = WHOLE
  #flight: Flight | undefined
  #frame: Frame | undefined
  #swarm: SwarmFrame | null = null
  #swarmVersion: number | null = null
  #attention: Attention = { hovered: null, dragged: -1 }
  #trailsMoved = true
  #request: number | undefined
  /** Told once, after the first picture. */
  #onDrawn: (() => void) | undefined

  constructor(canvases: MapCanvases, playback: LandscapeProps['playback'], onDrawn: () => void) {
    this.#onDrawn = onDrawn
    this.#contexts = {
      ground: contextOf(canvases.ground),
      swarm: contextOf(canvases.swarm),
      trails: contextOf(canvases.trails),
      marks: contextOf(canvases.marks),
    }
    this.#playback = playback
    this.#unsubscribe = playback.subscribe((now, before) => {
      if (now.step !== before.step) this.#touch('trails', 'marks')
    })
  }

  dispose(): void {
    this.#unsubscribe()
    this.#sheet.dispose()
    if (this.#request !== undefined) cancelAnimationFrame(this.#request)
  }

  /** Where everything is at the moment; undefined before the first content and size. */
  get frame(): Frame | undefined {
    return this.#frame
  }

  setContent(content: MapContent): void {
    const before = this.#content
    this.#content = content
    if (before !== undefined && !sameDomain(before.block, content.block)) this.#pose = WHOLE
    const moved = before?.block !== content.block || before.insets !== content.insets
    const grounds = ['theme', 'overlay', 'contours', 'gradient'] as const
    if (moved || grounds.some((key) => before?.[key] !== content[key])) this.#touch('ground')
    if (moved || before.climbers !== content.climbers || before.selected !== content.selected) {
      this.#trailsMoved = true
      this.#touch('trails')
    }
    if (moved) this.#reframe()
    this.#touch('marks')
  }

  setSize(size: Size, pixelRatio: number): void {
    this.#size = size
    this.#pixelRatio = pixelRatio
    for (const { canvas } of Object.values(this.#contexts)) {
      canvas.width = Math.round(size.width * pixelRatio)
      canvas.height = Math.round(size.height * pixelRatio)
    }
    this.#reframe()
    // A canvas that was resized is empty: it is painted before the browser shows it.
    this.#paint()
  }

  setAttention(changes: Partial<Attention>): void {
    const { hovered, dragged } = { ...this.#attention, ...changes }
    if (hovered === this.#attention.hovered && dragged === this.#attention.dragged) return
    this.#attention = { hovered, dragged }
    this.#touch('marks')
  }

  setSwarm(swarm: SwarmFrame | null): void {
    if (swarm === null && this.#swarm === null) return
    if (swarm !== null && swarm === this.#swarm && swarm.version === this.#swarmVersion) return
    this.#swarm = swarm
    this.#swarmVersion = swarm?.version ?? null
    this.#touch('swarm')
  }

  pan(dx: number, dy: number): void {
    if (this.#frame !== undefined && (dx !== 0 || dy !== 0)) this.#look(panned(this.#frame, dx, dy))
  }

  /** Comes nearer; what lies at a pixel of the canvas stays there. */
  zoomAt(factor: number, x: number, y: number): void {
    if (this.#frame !== undefined) this.#look(zoomed(this.#frame, factor, x, y))
  }

  /** Moves the view there, in a flight where motion is welcome. Flights that follow each other add up. */
  goTo(change: (pose: MapPose, frame: Frame) => MapPose): void {
    const { block, reducedMotion } = this.#content ?? {}
    if (block === undefined || this.#frame === undefined) return
    const to = clampPose(block, change(this.#flight?.to ?? this.#pose, this.#frame))
    if (reducedMotion) this.#look(to)
    else {
      this.#flight = { from: this.#pose, to, start: undefined }
      this.#touch('ground')
    }
  }

  flyTo(x: number, y: number): void {
    this.goTo((pose, { block }) => ({ x: worldX(block, x), z: worldZ(block, y), zoom: Math.max(pose.zoom, 1) }))
  }

  reset(): void {
    this.goTo(() => WHOLE)
  }

  /** A picture of everything, `scale` times as many pixels as on the screen. */
  picture(scale: number): HTMLCanvasElement {
    const canvas = document.createElement('canvas')
    const ratio = this.#pixelRatio * scale
    canvas.width = Math.round(this.#size.width * ratio)
    canvas.height = Math.round(this.#size.height * ratio)
    const [frame, content] = [this.#frame, this.#content]
    if (frame === undefined || content === undefined) return canvas
    const context = contextOf(canvas)
    const { step } = this.#playback.getState()
    context.setTransform(ratio, 0, 0, ratio, 0, 0)
    drawPaper(context, frame, content.theme)
    this.#sheet.drawFinely(context, frame, content, ratio)
    if (content.gradient) drawGradientLayer(context, frame)
    drawAxes(context, frame, content.theme)
    if (this.#swarm !== null) this.#swarmLayer.drawOnto(context, frame, this.#swarm, ratio)
    this.#trails.drawAll(context, step)
    this.#moving.draw(context, frame, content, step, this.#attention)
    return canvas
  }

  #look(pose: MapPose): void {
    this.#flight = undefined
    this.#pose = pose
    this.#reframe()
  }

  #reframe(): void {
    const content = this.#content
    if (content === undefined || this.#size.width === 0 || this.#size.height === 0) return
    this.#frame = frameOf(content.block, this.#size, content.insets, this.#pose)
    this.#pose = this.#frame.pose
    this.#trailsMoved = true
    this.#touch('ground', 'trails', 'marks')
    if (this.#swarm !== null) this.#touch('swarm')
  }

  #touch(...layers: readonly Layer[]): void {
    for (const layer of layers) this.#stale.add(layer)
    this.#request ??= requestAnimationFrame((now) => {
      this.#request = undefined
      this.#fly(now)
      this.#paint()
    })
  }

  #fly(now: number): void {
    const flight = this.#flight
    if (flight === undefined) return
    const begun = { ...flight, start: flight.start ?? now }
    const { pose, done } = flightAt(begun, now)
    this.#look(pose)
    if (!done) this.#flight = begun
  }

  #paint(): void {
    const [frame, content] = [this.#frame, this.#content]
    if (frame === undefined || content === undefined) return
    const { step } = this.#playback.getState()
    if (this.#stale.has('ground')) this.#paintGround(frame, content)
    if (this.#stale.has('swarm')) this.#paintSwarm(frame)
    if (this.#stale.has('trails')) this.#paintTrails(frame, content, step)
    if (this.#stale.has('marks')) {
      const context = this.#wiped('marks')
      this.#trails.drawLive(context, step)
      this.#moving.draw(context, frame, content, step, this.#attention)
    }
    this.#stale.clear()
    this.#onDrawn?.()
    this.#onDrawn = undefined
  }

  #paintGround(frame: Frame, content: MapContent): void {
    const context = this.#contexts.ground
    context.setTransform(this.#pixelRatio, 0, 0, this.#pixelRatio, 0, 0)
    drawPaper(context, frame, content.theme)
    this.#sheet.draw(context, frame, content, this.#pixelRatio)
    if (content.gradient) drawGradientLayer(context, frame)
    drawAxes(context, frame, content.theme)
  }

  #paintSwarm(frame: Frame): void {
    const context = this.#wiped('swarm')
    if (this.#swarm !== null) this.#swarmLayer.draw(context, frame, this.#swarm, this.#pixelRatio)
  }

  #paintTrails(frame: Frame, { climbers, selected }: MapContent, step: number): void {
    const context = this.#contexts.trails
    context.setTransform(this.#pixelRatio, 0, 0, this.#pixelRatio, 0, 0)
    if (this.#trailsMoved) this.#trails.set(frame, climbers, selected)
    this.#trailsMoved = false
    this.#trails.lay(context, step)
  }

  #wiped(layer: Layer): CanvasRenderingContext2D {
    const context = this.#contexts[layer]
    context.setTransform(1, 0, 0, 1, 0, 0)
    context.clearRect(0, 0, context.canvas.width, context.canvas.height)
    context.setTransform(this.#pixelRatio, 0, 0, this.#pixelRatio, 0, 0)
    return context
  }
}

function contextOf(canvas: HTMLCanvasElement): CanvasRenderingContext2D {
  const context = canvas.getContext('2d')
  if (context === null) throw new Error('this browser cannot draw the map: it has no 2-D canvas')
  return context
}

function sameDomain(a: Block, b: Block): boolean {
  const [p, q] = [a.surface.domain, b.surface.domain]
  return p.x[0] === q.x[0] && p.x[1] === q.x[1] && p.y[0] === q.y[0] && p.y[1] === q.y[1]
}
