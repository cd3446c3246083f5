import { useState } from 'react'
import type { ReplyChoiceRow } from '../../../../../shared/contract/library-rows.ts'
import { useQuery } from '../../../core/use-query.ts'
import { MOST_OFFERED } from './reply-choice.ts'

export interface FoundReplies {
  readonly rows: readonly ReplyChoiceRow[]
  /** False while what was typed last is on its way: the rows are of the letter before. */
  readonly fresh: boolean
}

/** Replies for what is typed, best first; those of the letter before stay until the core has answered. */
export function useFoundReplies(conversation: string, text: string): FoundReplies {
  const answer = useQuery('library.find', { conversation, text, limit: MOST_OFFERED })
  const [kept, setKept] = useState(answer.rows)
  const fresh = answer.status !== 'loading'
  if (fresh && kept !== answer.rows) setKept(answer.rows)
  return { rows: fresh ? answer.rows : kept, fresh }
}
