import { usePlayback, useScene } from '../../store/react'

/** The scene's remark at the playhead: the last one that playback has passed. */
export function CueNote() {
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
