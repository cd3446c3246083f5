import { useMemo } from 'react'
import type { PromoInTextRow } from '../../../../../shared/contract/promo-rows.ts'
import { codeWords, foldCode, MIN_POOL_CODE } from '../../../../../shared/domain/promo/code-words.ts'
import { type Finding, finding, type Span } from '../../../../../shared/domain/send-check/rule.ts'
import { useCore } from '../../../core/core-context.ts'
import { useQuery } from '../../../core/use-query.ts'

const MOST_WORDS = 2_000
const none: readonly string[] = []

export interface PromoFindings {
  readonly findings: readonly Finding[]
  /** Whether the core has said everything about a text that is to be said of its codes. */
  readonly know: (text: string) => boolean
  /** Asks the core about a text. */
  readonly ask: (text: string) => Promise<readonly Finding[]>
}

/** Codes in a text that are not kept for this customer. The core refuses them whatever is found here. */
export function usePromoFindings(conversation: string, text: string): PromoFindings {
  const { client } = useCore()
  const list = useQuery('promos.list', {})
  const campaigns = list.rows.length > 0
  const words = useMemo(() => (campaigns ? mayBeCodes(text) : none), [campaigns, text])
  const { rows, status } = useQuery('promos.inText', { conversation, words: [...words] })
  const findings = useMemo(() => rows.map((row) => findingOf(row, text)), [rows, text])
  return {
    findings,
    know(leaving) {
      if (list.status === 'loading') return false
      const codes = campaigns ? mayBeCodes(leaving) : none
      return codes.length === 0 || (status !== 'loading' && codes.every((code) => words.includes(code)))
    },
    async ask(leaving) {
      const codes = mayBeCodes(leaving)
      if (codes.length === 0) return []
      const found = await client.ask('promos.inText', { conversation, words: [...codes] })
      return found.map((row) => findingOf(row, leaving))
    }
  }
}

/** Without the words of prose, so that most letters ask nothing: codes have a digit, or are long. */
function mayBeCodes(text: string): readonly string[] {
  const words = [...codeWords(text)].filter(
    (word) => word.length >= MIN_POOL_CODE && (/\d/u.test(word) || /[^\p{L}\p{M}]/u.test(word) || word.length > 11)
  )
  return words.length === 0 ? none : words.slice(0, MOST_WORDS).toSorted()
}

function findingOf({ id, why, holder }: PromoInTextRow, text: string): Finding {
  const at = foldCode(text).indexOf(foldCode(id))
  const spans: readonly Span[] = at === -1 ? [] : [[at, at + id.length]]
  return finding('promo', 'promo-code', spans, id, { expected: holder, why })
}
