import { useEffect, useRef } from 'react'
import { usePlayback, useScene, useSceneStore } from '../../store/react'
import { identityOf } from '../../views/theme'
import { useGround, usePage, usePageActions } from '../page-context'
import { REDUCED_MOTION, useMedia } from '../use-media'
import { createSettling } from './settling'
import { createSwarmPicture } from './swarm-picture'

/** A frame that came later than this was held up: the swarm does not hurry to make up for it. */
const LONGEST_FRAME_S = 0.5

/** The released swarm on the views of the ground: its clock and its picture. Nothing of a step goes through React. */
export default function SwarmOnGround(): null {
  useSwarmPicture()
  useSwarmClock()
  useFollowTransport()
  useFollowChanges()
  return null
}

/** Shows every frame; where motion is unwelcome only where they start and where they stand. */
function useSwarmPicture(): void {
  const { swarm } = useSceneStore()
  const ground = useGround()
  const color = identityOf(useScene((state) => state.swarm?.climber ?? 0)).color
  const hidden = useMedia(REDUCED_MOTION)
  const swarming = usePage((state) => state.swarming)
  const moves = swarming && !hidden
  useEffect(() => {
    const picture = createSwarmPicture(color)
    let shown = false
    const show = () => {
      const { frame } = swarm
      if (frame === null || (shown && !moves && swarming && frame.taken > 0)) return
      shown = true
      ground.current?.setSwarm(picture(frame))
    }
    show()
    return swarm.subscribe(show)
  }, [swarm, ground, color, moves, swarming])
  useEffect(() => () => ground.current?.setSwarm(null), [ground])
}

/** Sixty steps a second while it walks and the page is visible, until there is nothing more to see. */
function useSwarmClock(): void {
  const { swarm } = useSceneStore()
  const swarming = usePage((state) => state.swarming)
  const { setSwarming } = usePageActions()
  useEffect(() => {
    if (!swarming) return
    const isOver = createSettling()
    const unsubscribe = swarm.subscribe((frame) => {
      if (frame !== null && isOver(frame)) setSwarming(false)
    })
    let last = performance.now()
    let request = requestAnimationFrame(function tick(now) {
      const seconds = Math.min(Math.max(now - last, 0) / 1000, LONGEST_FRAME_S)
      last = now
      if (!document.hidden && !swarm.advance(seconds)) setSwarming(false)
      request = requestAnimationFrame(tick)
    })
    return () => {
      cancelAnimationFrame(request)
      unsubscribe()
    }
  }, [swarm, swarming, setSwarming])
}

/** Play and pause are for everyone on the ground. That a single walk comes to its end stops no swarm. */
function useFollowTransport(): void {
  const { playback } = useSceneStore()
  const playing = usePlayback((state) => state.playing)
  const { setSwarming } = usePageActions()
  const before = useRef(playing)
  useEffect(() => {
    if (playing === before.current) return
    before.current = playing
    const { step, last } = playback.getState()
    if (playing) setSwarming(true)
    else if (step < last) setSwarming(false)
  }, [playback, playing, setSwarming])
}

/** Other hyperparameters, or other ground: there is something to see again. */
function useFollowChanges(): void {
  const spec = useScene((state) => (state.swarm === null ? null : state.climbers[state.swarm.climber]?.spec))
  const surface = useScene((state) => state.surface)
  const { setSwarming } = usePageActions()
  const key = JSON.stringify([spec?.optimizer, spec?.hyperparameters, spec?.maximize, spec?.wrappers])
  const before = useRef({ key, surface })
  useEffect(() => {
    if (key === before.current.key && surface === before.current.surface) return
    before.current = { key, surface }
    setSwarming(true)
  }, [key, surface, setSwarming])
}
