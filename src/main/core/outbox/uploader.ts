import type { CoreDeps } from '../deps.ts'
import type { StoredFiles } from '../media/stored-files.ts'
import type { ConnectedAccount } from '../sync/connected-account.ts'
import { uploadRound } from './upload-round.ts'

/**
 * Uploads beside the sending of replies, so that a film on a slow line holds up nobody else's answer. A reply leaves
 * when its attachment is with X.
 */
export interface Uploader {
  /** There may be something to upload. */
  wake(): void
  /** Brings up what can be brought up now, once, without waiting for times. @returns HTTP requests made */
  once(): Promise<number>
  /** Ends after the request that is under way. */
  stop(): Promise<void>
}

export function createUploader(
  account: ConnectedAccount,
  parts: {
    readonly files: Pick<StoredFiles, 'checked' | 'read'>
    readonly random: CoreDeps['random']
    /** An attachment may be ready: its reply can leave. */
    readonly uploaded: () => void
  }
): Uploader {
  const { clock, log } = account
  let stopped = false
  let running: Promise<number> | null = null
  let again = false
  let cancel: (() => void) | null = null

  const run = (ignoreTimes: boolean): Promise<number> => {
    running ??= uploadRound(account, {
      files: parts.files,
      random: parts.random,
      goOn: () => !stopped,
      ignoreTimes
    })
      .then(({ requests, nextAt }) => {
        if (stopped) return requests
        if (requests > 0) parts.uploaded()
        if (nextAt !== null && !ignoreTimes) plan(nextAt - clock.now())
        return requests
      })
      .finally(() => {
        running = null
      })
    return running
  }

  const plan = (delay: number): void => {
    cancel?.()
    cancel = clock.after(Math.max(0, delay), wake)
  }

  function wake(): void {
    if (stopped) return
    if (running) {
      again = true
      return
    }
    cancel?.()
    run(false).then(
      () => {
        if (!again) return
        again = false
        wake()
      },
      (error: unknown) => {
        if (stopped) return
        log.error('an upload failed', { account: account.id, error })
        plan(RETRY_MS)
      }
    )
  }

  return {
    wake,
    async once() {
      await running
      return run(true)
    },
    async stop() {
      stopped = true
      cancel?.()
      await Promise.allSettled([running])
    }
  }
}

/** After an error of our own: a full disk, a bug. */
const RETRY_MS = 30_000
