/** The core is kept so long at once, ms: somebody may be typing. */
const PART_MS = 6

/**
 * Does long work in parts, and lets others have their turn between them. Each step of the work must be short.
 * @throws the reason of `signal`, as soon as nobody wants the work any more
 */
export async function inParts<T>(work: Generator<void, T>, signal?: AbortSignal): Promise<T> {
  let until = performance.now() + PART_MS
  for (;;) {
    const step = work.next()
    if (step.done === true) return step.value
    if (performance.now() < until) continue
    await new Promise((resolve) => setImmediate(resolve))
    signal?.throwIfAborted()
    until = performance.now() + PART_MS
  }
}
