import type { CannedReplyRow } from '../../../../../shared/contract/library-rows.ts'
import type { QuickKey } from '../../../../../shared/domain/library/quick-key.ts'
import { useCommand } from '../../../core/use-command.ts'
import { useQuery } from '../../../core/use-query.ts'
import { t } from '../../../i18n/t.ts'
import { useUndoNotice } from '../../../shell/UndoNotice/use-undo-notice.tsx'
import { plainText } from '../../../ui/plain-text.ts'

/** Gives a reply a quick key, or takes it away, and says which reply lost it. */
export function useGiveQuickKey(): (
  reply: Pick<CannedReplyRow, 'id' | 'title'>,
  key: QuickKey | null
) => Promise<void> {
  const run = useCommand()
  const tell = useUndoNotice()
  const { rows } = useQuery('library.quickKeys', {})
  return async ({ id, title }, key) => {
    const had = rows.find((row) => row.key === key)
    const done = await run('library.setQuickKey', { reply: id, key })
    if (!done?.result.changed) return
    const names = { key: key ?? 0, title: plainText(title) }
    const other = had?.reply === done.result.lost ? had?.title : null
    if (key === null) tell(t('“{title}” has no quick key any more', { title: names.title }))
    else if (other === undefined || other === null) tell(t('Quick key {key, number} inserts “{title}”', names))
    else {
      tell(
        t('Quick key {key, number} inserts “{title}” now, and “{other}” no more', { ...names, other: plainText(other) })
      )
    }
  }
}
