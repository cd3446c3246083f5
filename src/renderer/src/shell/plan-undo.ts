import type { OutboxRow, RequestRow, UndoRow } from '../../../shared/contract/rows.ts'

export interface UndoPlan {
  /** The reply to take back; null when none waits. */
  readonly reply: string | null
  /** The deletion to take back; null when none is about to happen. */
  readonly request: string | null
  /** Whether to take the last action back. */
  readonly action: boolean
}

/**
 * A reply in its undo window goes first, because it is about to leave; what was done after it (send and resolve) goes
 * back with it. A deletion that is about to happen goes by itself, unless something was done after it: that one stands in
 * the notice. A reply that was written for later is not about to leave.
 */
export function planUndo(
  outbox: readonly Pick<OutboxRow, 'id' | 'state' | 'createdAt' | 'scheduledAt'>[],
  next: Pick<UndoRow, 'at'> | null,
  requests: readonly Pick<RequestRow, 'id' | 'state' | 'createdAt'>[] = []
): UndoPlan {
  const deletion = requests.filter((row) => row.state === 'held').toSorted((a, b) => b.createdAt - a.createdAt)[0]
  const held = outbox
    .filter((row) => row.state === 'held' && row.scheduledAt === null)
    .toSorted((a, b) => b.createdAt - a.createdAt)[0]
  if (deletion && (!held || deletion.createdAt > held.createdAt)) {
    const later = next !== null && next.at > deletion.createdAt
    return { reply: null, request: later ? null : deletion.id, action: later }
  }
  if (!held) return { reply: null, request: null, action: next !== null }
  return { reply: held.id, request: null, action: next !== null && next.at >= held.createdAt }
}
