/** Time as the practice code sees it; the same shape as the core's clock, so that hosts and tests bring one for both. */
export interface PracticeClock {
  /** Milliseconds since 1970. */
  now(): number
  /** Calls back once after `delayMs`; the returned function cancels. */
  after(delayMs: number, callback: () => void): () => void
}

/** Named values only: no texts, no names, no tokens. */
export interface PracticeLog {
  info(message: string, fields?: Record<string, unknown>): void
  warn(message: string, fields?: Record<string, unknown>): void
}

/** The machine's own clock. Its timers do not keep a process alive. */
export const machineClock: PracticeClock = {
  now: () => Date.now(),
  after(delayMs, callback) {
    const timer = setTimeout(callback, delayMs)
    timer.unref()
    return () => clearTimeout(timer)
  }
}

export const silentLog: PracticeLog = { info: () => undefined, warn: () => undefined }
