import { type ComponentType, useLayoutEffect, useState } from 'react'

type Arrival<Props> = { readonly Part: ComponentType<Props> } | { readonly error: unknown }

/**
 * A component whose code is still on its way; nothing stands in for it. Not `React.lazy`: React holds back whatever
 * suspended for up to 0.3 s after it has shown a fallback, and the landscape is what everyone waits for.
 */
export function arriving<Props extends object>(
  load: () => Promise<{ readonly default: ComponentType<Props> }>,
): ComponentType<Props> {
  return function Arriving(props: Props) {
    const [arrival, setArrival] = useState<Arrival<Props> | null>(null)
    useLayoutEffect(() => {
      load().then(
        (module) => setArrival({ Part: module.default }),
        (error: unknown) => setArrival({ error }),
      )
    }, [])
    if (arrival === null) return null
    if ('error' in arrival) throw arrival.error
    return <arrival.Part {...props} />
  }
}
