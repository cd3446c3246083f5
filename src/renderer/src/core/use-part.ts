import { useEffect, useState } from 'react'

/**
 * A part of the console that comes when it is first wanted, not with the start. Null while it is not wanted, on its way,
 * or when the host that serves it was gone at that moment: then it comes with the next load of the window, because a
 * browser does not ask again for a module that once did not come.
 * @param load the same function at each call
 */
export function usePart<T>(wanted: boolean, load: () => Promise<T>): T | null {
  const [part, setPart] = useState<{ readonly loaded: T } | null>(null)
  const missing = wanted && part === null
  useEffect(() => {
    if (!missing) return
    let mounted = true
    load().then(
      (loaded) => {
        if (mounted) setPart({ loaded })
      },
      () => undefined
    )
    return () => {
      mounted = false
    }
  }, [missing, load])
  return part?.loaded ?? null
}
