import { t } from '../../i18n/t.ts'
import type { MessageRow, ThreadRow } from '../../../../shared/contract/rows.ts'

/** Only what this account sent, and X has; a reply that has not left is taken back or discarded instead. */
export function canDelete(row: Pick<MessageRow, 'us' | 'delivery' | 'deleting' | 'outboxId'>): boolean {
  return row.us && row.delivery === 'sent' && row.deleting === null && row.outboxId === null
}

/** Why a message cannot be deleted, in words. */
export function whyNotDeleted(row: Pick<MessageRow, 'us' | 'deleting'>): string | null {
  if (!row.us) return t('Only messages that you sent yourself can be deleted.')
  return row.deleting === null ? t('This reply is not with X yet. Take it back or discard it instead.') : null
}

/** The message a few steps up or down from another; the newest when none is chosen yet. Lines about members are left out. */
export function moveChosen(rows: readonly ThreadRow[], chosen: string | null, steps: number): string | null {
  const messages = rows.filter((row) => row.kind === 'message')
  const from = messages.findIndex((row) => row.id === chosen)
  if (from < 0) return messages.at(-1)?.id ?? null
  const to = Math.min(messages.length - 1, Math.max(0, from + steps))
  return messages[to]?.id ?? null
}
