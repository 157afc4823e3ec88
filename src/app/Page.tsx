import { lazy, Suspense, useEffect, useRef } from 'react'
import { useDroppedFile } from './files/use-dropped-file'
import { Ground } from './ground/Ground'
import { Header } from './header/Header'
import { useKeys } from './keys/use-keys'
import { fetchLater } from './later'
import { Panels } from './Panels'
import { usePage } from './page-context'
import { SkipLinks } from './SkipLinks'
import { useShown } from './shown'
import { Announcer } from './status/Announcer'
import { StatusLayer } from './status/StatusLayer'
import { useClock } from './use-clock'
import { useInsets } from './use-insets'
import { SMALL, useMedia } from './use-media'
import { useUnderWay } from './use-under-way'

const Transport = lazy(() => import('./transport/Transport'))
const GalleryDialog = lazy(() => import('./gallery/GalleryDialog'))
const OptimizerGallery = lazy(() => import('./optimizers/OptimizerGallery'))
const HelpDialog = lazy(() => import('./help/HelpDialog'))

/** The whole page: the ground fills it, everything else floats over its edges or, on a small screen, lies below. */
export function Page() {
  const root = useRef<HTMLDivElement>(null)
  const { panels, framing } = useInsets(root)
  const small = useMedia(SMALL)
  const shown = useShown()
  const dropping = useDroppedFile()
  // The chart waits its turn: the first steps on the ground come first.
  const underWay = usePage((state) => state.underWay)
  useClock()
  useUnderWay()
  useFetchLater()
  useKeys()
  return (
    <div ref={root} className="page" data-layout={small ? 'small' : 'wide'} data-dropping={dropping || undefined}>
      <SkipLinks />
      <Header />
      <Panels small={small}>
        <main className="main">
          <Ground insets={framing} />
          <StatusLayer insets={panels} />
        </main>
      </Panels>
      {shown('transport') && (
        <Suspense fallback={<TransportRoom />}>{underWay ? <Transport /> : <TransportRoom />}</Suspense>
      )}
      <Announcer />
      <Dialogs />
    </div>
  )
}

/** Where the timeline will be. */
const TransportRoom = () => <div className="transport-room panel" data-edge="bottom" />

function useFetchLater(): void {
  const underWay = usePage((state) => state.underWay)
  useEffect(() => {
    if (underWay) fetchLater()
  }, [underWay])
}

function Dialogs() {
  const dialog = usePage((state) => state.dialog)
  if (dialog === null) return null
  return (
    <Suspense fallback={null}>
      {dialog === 'gallery' && <GalleryDialog />}
      {dialog === 'help' && <HelpDialog />}
      {(dialog === 'optimizers' || dialog === 'add-climber') && <OptimizerGallery adding={dialog === 'add-climber'} />}
    </Suspense>
  )
}
