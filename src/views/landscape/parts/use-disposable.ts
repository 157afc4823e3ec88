import { type DependencyList, useEffect, useMemo } from 'react'

/** An object of three that frees what it holds on the graphics card when it is replaced or no longer drawn. */
export function useDisposable<T extends { dispose(): void }>(create: () => T, dependencies: DependencyList): T {
  // biome-ignore lint/correctness/useExhaustiveDependencies: they are the caller's
  const object = useMemo(create, dependencies)
  useEffect(() => () => object.dispose(), [object])
  return object
}
