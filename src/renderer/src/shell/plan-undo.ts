import type { OutboxRow, UndoRow } from '../../../shared/contract/rows.ts'

export interface UndoPlan {
  /** The reply to take back; null when none waits. */
  readonly reply: string | null
  /** Whether to take the last action back. */
  readonly action: boolean
}

/**
 * A reply in its undo window goes first, because it is about to leave; what was done after it (send and resolve) goes
 * back with it.
 */
export function planUndo(
  outbox: readonly Pick<OutboxRow, 'id' | 'state' | 'createdAt'>[],
  next: Pick<UndoRow, 'at'> | null
): UndoPlan {
  const held = outbox.filter((row) => row.state === 'held').toSorted((a, b) => b.createdAt - a.createdAt)[0]
  if (!held) return { reply: null, action: next !== null }
  return { reply: held.id, action: next !== null && next.at >= held.createdAt }
}
