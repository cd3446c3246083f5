import { useState } from 'react'
import { t } from '../../../i18n/t.ts'
import type { ThreadRow } from '../../../../../shared/contract/rows.ts'
import { plainText } from '../../../ui/plain-text.ts'

/** Tells a screen reader about messages that arrive while the conversation is open, and about nothing else. */
export function NewMessageAnnouncer({ rows }: { readonly rows: readonly ThreadRow[] }) {
  const last = rows.findLast((row) => row.kind === 'message' && !row.us)
  const [known, setKnown] = useState<string | undefined>(undefined)
  // The first answer is what was there before, not news.
  if (known === undefined && rows.length > 0) setKnown(last?.id ?? '')
  const news = last?.kind === 'message' && known !== undefined && last.id !== known ? last : null
  return (
    <div className="visually-hidden" aria-live="polite">
      {news ? `${plainText(news.author.name)}: ${plainText(news.text) || t('sent a picture')}` : ''}
    </div>
  )
}
