import { useEffect, useState } from 'react'
import { useOpenFile } from './use-open-file'

/** Scene files may be dropped anywhere on the page. True while one hovers over it. */
export function useDroppedFile(): boolean {
  const [hovering, setHovering] = useState(false)
  const open = useOpenFile()
  useEffect(() => {
    const stop = new AbortController()
    const listen = <K extends 'dragover' | 'dragleave' | 'drop'>(kind: K, then: (event: DragEvent) => void) =>
      window.addEventListener(kind, then, { signal: stop.signal })
    listen('dragover', (event) => {
      if (!event.dataTransfer?.types.includes('Files')) return
      event.preventDefault()
      setHovering(true)
    })
    listen('dragleave', (event) => event.relatedTarget === null && setHovering(false))
    listen('drop', (event) => {
      setHovering(false)
      const file = event.dataTransfer?.files[0]
      if (file === undefined) return
      event.preventDefault()
      open(file)
    })
    return () => stop.abort()
  }, [open])
  return hovering
}
