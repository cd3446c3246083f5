import { IconPaperclip } from '@tabler/icons-react'
import type { ReplyChoiceRow } from '../../../../../../shared/contract/library-rows.ts'
import { t } from '../../../../i18n/t.ts'
import { plainText } from '../../../../ui/plain-text.ts'
import { QuickKeyMark } from '../../quick-keys/QuickKeyMark.tsx'
import { useQuickKeys } from '../../quick-keys/use-quick-keys.ts'
import { reasonText } from '../reply-choice.ts'
import classes from './ChoiceLine.module.css'

/** A reply among those that can be inserted. */
export function ChoiceLine({ choice }: { readonly choice: ReplyChoiceRow }) {
  const reason = reasonText(choice)
  const quickKey = useQuickKeys().get(choice.id)
  return (
    <span className={classes.root}>
      <span className={classes.line}>
        <bdi className={classes.title}>{plainText(choice.title)}</bdi>
        {choice.attachment === null ? null : (
          <IconPaperclip
            className={classes.file}
            size={13}
            stroke={1.75}
            aria-label={t('With {file}', { file: plainText(choice.attachment.name) })}
          />
        )}
        {quickKey === undefined ? null : <QuickKeyMark quickKey={quickKey} />}
        <span className={classes.gap} />
        {choice.shortcut === null ? null : <bdi className={classes.shortcut}>/{plainText(choice.shortcut)}</bdi>}
      </span>
      <span className={classes.about}>
        {reason === null ? null : <span className={classes.reason}>{reason}</span>}
        {choice.folder.length === 0 ? null : (
          <bdi className={classes.folder}>{plainText(choice.folder.join(' / '))}</bdi>
        )}
      </span>
    </span>
  )
}
