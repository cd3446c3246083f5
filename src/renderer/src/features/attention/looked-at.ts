const LOCK = 'backchannel-looked-at'

/**
 * Tells the other windows of this desk that somebody is looking at this one, until the returned function is called. A
 * lock and no message: it ends with the window, however that ends.
 */
export function holdLook(): () => void {
  const done = Promise.withResolvers<void>()
  const abort = new AbortController()
  navigator.locks
    ?.request(LOCK, { mode: 'shared', signal: abort.signal }, () => done.promise)
    .catch(() => {
      // Given up before it was granted.
    })
  return () => {
    done.resolve()
    abort.abort()
  }
}

/** Whether somebody is looking at any window of this desk. */
export async function isLookedAt(): Promise<boolean> {
  if (document.hasFocus()) return true
  const locks = await navigator.locks?.query()
  return locks?.held?.some(({ name }) => name === LOCK) ?? false
}
