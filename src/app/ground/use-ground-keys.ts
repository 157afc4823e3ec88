import { type FocusEvent, type KeyboardEvent, useCallback, useEffect, useRef, useState } from 'react'
import type { Domain } from '../../surfaces/surface'
import { useGround } from '../page-context'
import { useSurface } from '../use-surface'
import { type GroundCommand, groundCommand } from './ground-command'
import { readingAt, sayReading } from './reading'
import { useRelease } from './use-release'

/** After the last key, until the camera has come to rest. */
const SETTLE_MS = 350

interface Place {
  readonly x: number
  readonly y: number
}

/** The ground under the keyboard: where the cross-hair is on the screen, and what is felt there, in words. */
export function useGroundKeys() {
  const ground = useGround()
  const surface = useSurface()
  const release = useRelease()
  const [crossHair, setCrossHair] = useState<Place | null>(null)
  const [words, setWords] = useState('')
  // Where the cross-hair is flying to: keys pressed in flight add up.
  const heading = useRef<Place | null>(null)
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  useEffect(() => () => clearTimeout(timer.current), [])

  const settle = useCallback(() => {
    clearTimeout(timer.current)
    timer.current = setTimeout(() => {
      heading.current = null
      setCrossHair(ground.current?.centre() ?? null)
      const place = ground.current?.pickCentre() ?? null
      if (place === null) setWords('No ground at the cross-hair.')
      else if (surface !== null) setWords(sayReading(readingAt(surface, place.x, place.y)))
    }, SETTLE_MS)
  }, [ground, surface])

  const obey = (command: GroundCommand) => {
    const handle = ground.current
    if (handle === null || surface === null) return
    if (command.kind === 'orbit') handle.orbit(command.azimuth, command.elevation)
    else if (command.kind === 'zoom') handle.zoom(command.factor)
    else if (command.kind === 'reset') handle.reset()
    else {
      const here = heading.current ?? handle.pickCentre()
      if (here === null) return
      if (command.kind === 'release') release(here.x, here.y)
      else {
        heading.current = within(surface.spec.domain, here, command)
        handle.flyTo(heading.current.x, heading.current.y)
      }
    }
    settle()
  }
  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    if (event.target !== event.currentTarget || event.ctrlKey || event.metaKey || event.altKey) return
    const command = groundCommand(event.key, event.shiftKey)
    if (command === null) return
    event.preventDefault()
    // Also after a click, from the first key on.
    setCrossHair(ground.current?.centre() ?? null)
    obey(command)
  }
  const onFocus = (event: FocusEvent<HTMLElement>) => {
    if (event.target !== event.currentTarget || !event.currentTarget.matches(':focus-visible')) return
    setCrossHair(ground.current?.centre() ?? null)
    settle()
  }
  const onBlur = () => {
    clearTimeout(timer.current)
    setCrossHair(null)
    setWords('')
  }
  return { crossHair, words, handlers: { onKeyDown, onFocus, onBlur } }
}

/** A step from a place by a share of the domain, kept inside. */
function within({ x, y }: Domain, from: Place, by: Place): Place {
  const step = (value: number, share: number, [low, high]: readonly [number, number]) =>
    Math.min(Math.max(value + share * (high - low), low), high)
  return { x: step(from.x, by.x, x), y: step(from.y, by.y, y) }
}
