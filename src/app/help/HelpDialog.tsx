import { Modal } from '../controls/Modal'
import { usePageActions } from '../page-context'
import { BesideHelp } from './BesideHelp'
import { KeyTable } from './KeyTable'
import { LanguageHelp } from './LanguageHelp'
import { MarksHelp } from './MarksHelp'

/** Keys, what else there is, the marks and the formula language, on one page. */
export default function HelpDialog() {
  const { openDialog } = usePageActions()
  return (
    <Modal title="Help" onClose={() => openDialog(null)}>
      <section aria-labelledby="help-idea">
        <h3 id="help-idea">The idea</h3>
        <p>
          A blindfolded climber stands on a landscape. All that she knows is the slope under her feet, and an optimizer
          is the way she turns slopes into steps. Click the ground to release her, type a landscape of your own, or add
          another optimizer and see who finds a valley first.
        </p>
      </section>
      <section aria-labelledby="help-keys">
        <h3 id="help-keys">Keys</h3>
        <KeyTable />
        <p>
          With a pointer: drag to turn, right-drag to pan, wheel to zoom, click to release. With fingers: one turns, two
          pan and zoom, a tap reads, a long press releases.
        </p>
      </section>
      <section aria-labelledby="help-beside">
        <h3 id="help-beside">Beside one walk</h3>
        <BesideHelp />
      </section>
      <section aria-labelledby="help-marks">
        <h3 id="help-marks">Marks</h3>
        <MarksHelp />
      </section>
      <section aria-labelledby="help-language">
        <h3 id="help-language">Formulas</h3>
        <LanguageHelp />
      </section>
    </Modal>
  )
}
