import { usePlayback, useScene } from '../../store/react'

/** Where a scene's remarks appear: the same room for all of them, so that the ground below never moves. */
export function CueRoom() {
  const some = useScene((state) => state.scene.cues.length > 0)
  if (!some) return null
  return (
    <div className="cue-room" data-inset="top">
      <CueNote />
    </div>
  )
}

/** The scene's remark at the playhead: the last one that playback has passed. */
function CueNote() {
  const cues = useScene((state) => state.scene.cues)
  const note = usePlayback(({ step }) => {
    const passed = cues.filter((cue) => cue.step <= step)
    return passed.reduce<(typeof cues)[number] | null>((last, cue) => (last && last.step > cue.step ? last : cue), null)
  })
  if (note === null) return null
  return (
    <p key={note.step} className="cue" role="note">
      {note.note}
    </p>
  )
}
