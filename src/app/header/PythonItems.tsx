import { useSceneStore } from '../../store/react'
import { download } from '../files/save'
import { Copy, icon } from '../icons'
import { usePageActions } from '../page-context'

const Code = icon(<path d="M6 4L2 8l4 4M10 4l4 4-4 4" />)

interface PythonItemsProps {
  /** What a file of this scene is called, without its ending. */
  readonly name: () => string
  readonly onDone: () => void
}

/** The scene as a Python script, into a file or onto the clipboard. What writes it is fetched by the press. */
export function PythonItems({ name, onDone }: PythonItemsProps) {
  const store = useSceneStore()
  const { alarm, notify } = usePageActions()
  const write = async (take: (text: string) => Promise<string>) => {
    onDone()
    try {
      const { pythonFile } = await import('../files/python-file')
      const { text, missing } = pythonFile(store)
      const done = await take(text)
      notify(missing === undefined ? done : missing)
    } catch (error) {
      alarm(`The script could not be made: ${error instanceof Error ? error.message : String(error)}.`)
    }
  }
  const save = async (text: string) => {
    download(new Blob([text], { type: 'text/x-python' }), `${name()}.py`)
    return 'Saved as a Python script.'
  }
  const copy = async (text: string) => {
    try {
      await navigator.clipboard.writeText(text)
    } catch {
      throw new Error('the clipboard is closed to this page, save it as a file instead')
    }
    return 'Copied: paste it into a notebook.'
  }
  return (
    <>
      <button type="button" className="file-item" onClick={() => write(save)}>
        <Code /> Export as Python
      </button>
      <button type="button" className="file-item" onClick={() => write(copy)}>
        <Copy /> Copy as Python
      </button>
    </>
  )
}
