import type { ActionId } from './actions.ts'

/** Who carries out which action right now. The handler registered last wins, e.g. that of the open thread. */
export class ActionHandlers {
  readonly #handlers = new Map<ActionId, (() => void)[]>()

  register(id: ActionId, handler: () => void): () => void {
    this.#handlers.set(id, [...(this.#handlers.get(id) ?? []), handler])
    return () => {
      this.#handlers.set(
        id,
        (this.#handlers.get(id) ?? []).filter((one) => one !== handler)
      )
    }
  }

  /** Whether anybody would carry it out. */
  can(id: ActionId): boolean {
    return (this.#handlers.get(id)?.length ?? 0) > 0
  }

  /** @returns whether anybody carried it out */
  run(id: ActionId): boolean {
    const handler = this.#handlers.get(id)?.at(-1)
    handler?.()
    return handler !== undefined
  }
}
