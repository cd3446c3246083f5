import { createKeybindingsHandler } from 'tinykeys'

/** A key sequence and what it does. @returns whether it did anything */
export type KeyBinding = readonly [keys: string, run: (event: KeyboardEvent) => boolean]

/**
 * Listens to key presses for many sequences at once; the first that fits and does something wins. Each sequence has a
 * tinykeys handler of its own: in a shared one, a sequence that fires leaves the others in the middle of theirs, and
 * `g u g w` within a second loses its second half.
 */
export function keyDispatcher(bindings: readonly KeyBinding[]): (event: KeyboardEvent) => void {
  let done = false
  const handlers = bindings.map(([keys, run]) =>
    createKeybindingsHandler(
      {
        [keys]: (event) => {
          if (done || !run(event)) return
          done = true
          event.preventDefault()
        }
      },
      { ignore: () => false }
    )
  )
  return (event) => {
    done = false
    for (const handle of handlers) handle(event)
  }
}
