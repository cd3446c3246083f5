import type { ActionId } from './actions.ts'

/** A key that was pressed too early, to be pressed again. */
export interface EarlyPress {
  /** See press.ts. */
  readonly readings: readonly string[]
  /** What it would write; null for keys that write nothing. */
  readonly text: string | null
}

export interface EarlyPressesParts {
  readonly can: (id: ActionId) => boolean
  readonly run: (id: ActionId) => void
  /** Whether a text field has the focus. */
  readonly typing: () => boolean
  readonly press: (press: EarlyPress) => void
  /** Runs something after the next frame; the returned function takes it back. */
  readonly nextFrame: (run: () => void) => () => void
}

/** What gives the focus to a text field: letters that follow are meant for the text. */
const WRITING: ReadonlySet<ActionId> = new Set(['reply.write', 'note.write', 'composer.mode'])
/** So long the field may take to appear. Frames. */
const PATIENCE = 30
/** More than this nobody presses in a moment of loading. */
const MOST = 60

/**
 * Keys pressed in the moment before what they are about has come from the core: `r` on a conversation that is still on its
 * way. The action waits until it can be carried out, and the keys pressed after it wait behind it, so that nothing happens
 * in another order than it was meant, and text is never taken for keys.
 */
export class EarlyPresses {
  readonly #parts: EarlyPressesParts
  readonly #expected = new Map<ActionId, number>()
  #action: ActionId | null = null
  #presses: EarlyPress[] = []
  #cancel: (() => void) | null = null

  constructor(parts: EarlyPressesParts) {
    this.#parts = parts
  }

  /** Whether keys are being kept. */
  get waiting(): boolean {
    return this.#action !== null || this.#cancel !== null
  }

  /** These actions will be possible in a moment, or be known not to be when the returned function is called. */
  expect(ids: readonly ActionId[]): () => void {
    for (const id of ids) this.#expected.set(id, (this.#expected.get(id) ?? 0) + 1)
    return () => {
      for (const id of ids) this.#expected.set(id, (this.#expected.get(id) ?? 0) - 1)
    }
  }

  /** @returns whether the action is kept until it is possible */
  begin(id: ActionId): boolean {
    if (this.waiting || (this.#expected.get(id) ?? 0) <= 0) return false
    this.#action = id
    return true
  }

  keep(press: EarlyPress): void {
    if (this.#presses.length < MOST) this.#presses.push(press)
  }

  /** What was expected may have come: carries out what was kept, or drops it when it did not come. */
  settle(): void {
    const id = this.#action
    if (id === null) return
    if (this.#parts.can(id)) {
      this.#action = null
      this.#parts.run(id)
      this.#replay(WRITING.has(id) ? PATIENCE : 0)
    } else if ((this.#expected.get(id) ?? 0) <= 0) {
      this.drop()
    }
  }

  /** Something else is looked at now: what was pressed was not meant for it. Unless the keys themselves led there. */
  leave(): void {
    if (this.#action !== null) this.drop()
  }

  drop(): void {
    this.#cancel?.()
    this.#cancel = null
    this.#action = null
    this.#presses = []
  }

  /** One press a frame: what a key does is there before the next one. @param patience frames to wait for a text field */
  #replay(patience: number): void {
    if (this.#presses.length === 0 && patience === 0) return
    this.#cancel = this.#parts.nextFrame(() => {
      this.#cancel = null
      if (patience > 0 && !this.#parts.typing()) return this.#replay(patience - 1)
      const next = this.#presses.shift()
      if (!next) return
      this.#parts.press(next)
      // That press may have to wait for something in its turn.
      if (this.#action === null) this.#replay(0)
    })
  }
}
