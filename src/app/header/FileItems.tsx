import { useRef } from 'react'
import { useSceneStore } from '../../store/react'
import { download, fileName, sceneFile } from '../files/save'
import { useOpenFile } from '../files/use-open-file'
import { Camera, Download, FolderOpen } from '../icons'
import { useGround, usePageActions } from '../page-context'
import { PythonItems } from './PythonItems'

/** Scenes from and into files, and a picture of what is seen. */
export function FileItems({ onDone }: { readonly onDone: () => void }) {
  const { scene } = useSceneStore()
  const ground = useGround()
  const { alarm } = usePageActions()
  const open = useOpenFile()
  const input = useRef<HTMLInputElement>(null)
  const name = () => {
    const { scene: document, surface } = scene.getState()
    return fileName(document.title || (surface?.title ?? ''))
  }
  const saveScene = () => {
    download(sceneFile(scene.getState().scene), `${name()}.json`)
    onDone()
  }
  const savePicture = async () => {
    onDone()
    try {
      const picture = await ground.current?.toBlob({ scale: 2 })
      if (picture !== undefined) download(picture, `${name()}.png`)
    } catch {
      alarm('The picture could not be made.')
    }
  }
  return (
    <div className="file-items">
      <button type="button" className="file-item" onClick={() => input.current?.click()}>
        <FolderOpen /> Open a scene file…
      </button>
      <input
        ref={input}
        type="file"
        accept=".json,application/json"
        aria-label="Scene file"
        hidden
        onChange={(event) => {
          const file = event.target.files?.[0]
          event.target.value = ''
          if (file !== undefined) open(file).then(onDone)
        }}
      />
      <button type="button" className="file-item" onClick={saveScene}>
        <Download /> Save this scene
      </button>
      <button type="button" className="file-item" onClick={savePicture}>
        <Camera /> Save a picture
      </button>
      <PythonItems name={name} onDone={onDone} />
    </div>
  )
}
