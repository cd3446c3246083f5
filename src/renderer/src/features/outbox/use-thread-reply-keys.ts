import { useQuery } from '../../core/use-query.ts'
import { keyedReply, useReplyKeys } from './use-reply-keys.ts'

/** Lets the keys act on the unsent reply of the open conversation. @returns its id; null when there is none. */
export function useThreadReplyKeys(conversation: string): string | null {
  const { rows } = useQuery('outbox.list', { open: true })
  const reply = keyedReply(rows.filter((row) => row.conversation === conversation))
  useReplyKeys(reply)
  return reply?.id ?? null
}
