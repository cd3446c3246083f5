import { Button } from '@mantine/core'
import { IconArrowsSplit2 } from '@tabler/icons-react'
import type { CannedReplyDetailRow } from '../../../../../../shared/contract/library-rows.ts'
import { t } from '../../../../i18n/t.ts'
import { useUndoNotice } from '../../../../shell/UndoNotice/use-undo-notice.tsx'
import { plainText } from '../../../../ui/plain-text.ts'
import { formatExact } from '../../../../ui/time.ts'
import { useTeam } from '../../../team/use-team.ts'
import { formOf, type ReplyForm } from '../reply-form.ts'
import { FileDiff } from '../Versions/FileDiff.tsx'
import { WordDiff } from '../Versions/WordDiff.tsx'
import classes from './ReplyPane.module.css'

export interface ConflictPanelProps {
  readonly row: CannedReplyDetailRow
  readonly form: ReplyForm
  readonly onForm: (form: ReplyForm | null) => void
}

/** Somebody saved another version while this one was being written: both are shown, and one decides. */
export function ConflictPanel({ row, form, onForm }: ConflictPanelProps) {
  const tell = useUndoNotice()
  const author = useTeam().get(row.newest.author)?.name ?? t('Somebody')
  return (
    <div className={classes.conflict} role="alert">
      <p className={classes.conflictTitle}>
        <IconArrowsSplit2 size={15} stroke={2} aria-hidden="true" />
        {t('{name} saved another version meanwhile, {time}. What is different in yours:', {
          name: plainText(author),
          time: formatExact(row.newest.savedAt)
        })}
      </p>
      <WordDiff before={row.newest.content.body} after={form.body} />
      {row.newest.content.attachment?.hash === form.attachment?.hash ? null : (
        <FileDiff before={row.newest.content.attachment} after={form.attachment} />
      )}
      <div className={classes.buttons}>
        <Button size="compact-sm" onClick={() => onForm({ ...form, base: row.newest.id })}>
          {t('Go on with mine')}
        </Button>
        <Button
          size="compact-sm"
          variant="default"
          onClick={() => {
            onForm(null)
            tell(t('Took the other version'), () => onForm({ ...form, base: formOf(row).base }))
          }}
        >
          {t('Take theirs')}
        </Button>
      </div>
    </div>
  )
}
