import { type ReactNode, useMemo, useRef } from 'react'
import { SceneContext } from '../store/react'
import type { SceneStore } from '../store/types'
import type { LandscapeHandle } from '../views/landscape/props'
import { type Pictures, PicturesContext } from './gallery/pictures'
import { Page } from './Page'
import { PageContext, ThemeContext } from './page-context'
import type { PageStore } from './page-store'
import { ErrorBoundary } from './status/ErrorBoundary'
import { Failed } from './status/Failed'
import { SurfaceContext, useCreatedSurface } from './use-surface'
import { useAppliedTheme, useResolvedTheme } from './use-theme'

interface AppProps {
  readonly store: SceneStore
  readonly page: PageStore
  readonly pictures: Pictures
}

/** One scene and its page. */
export function App({ store, page, pictures }: AppProps) {
  const ground = useRef<LandscapeHandle | null>(null)
  const context = useMemo(() => ({ store: page, ground }), [page])
  return (
    <ErrorBoundary fallback={<Failed />}>
      <SceneContext value={store}>
        <PageContext value={context}>
          <PicturesContext value={pictures}>
            <Dressed>
              <Page />
            </Dressed>
          </PicturesContext>
        </PageContext>
      </SceneContext>
    </ErrorBoundary>
  )
}

/** What everything below draws with: the theme in force and the surface on the screen. */
function Dressed({ children }: { readonly children: ReactNode }) {
  const theme = useResolvedTheme()
  const surface = useCreatedSurface()
  useAppliedTheme(theme)
  return (
    <ThemeContext value={theme}>
      <SurfaceContext value={surface}>{children}</SurfaceContext>
    </ThemeContext>
  )
}
