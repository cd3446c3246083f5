import type { ReplyAttachment } from '../../../../../shared/domain/library/canned-reply.ts'
import { useQuery } from '../../../core/use-query.ts'
import { t } from '../../../i18n/t.ts'
import { plainText } from '../../../ui/plain-text.ts'
import { Thumbnail } from '../../composer/Attachment/AttachmentPreview.tsx'
import { attachmentFacts } from '../../composer/file-words.ts'
import { replyFileRow } from './reply-file-row.ts'
import classes from './ReplyFile.module.css'

export interface ReplyFileProps {
  readonly attachment: ReplyAttachment
  /** As the customer sees it, and not only a small look at it. */
  readonly large?: boolean
  /** Stands in front of its name. */
  readonly mark?: string
}

/** What goes along with a canned reply. */
export function ReplyFile({ attachment, large = false, mark }: ReplyFileProps) {
  const { rows, status } = useQuery('library.file', { hash: attachment.hash })
  const row = replyFileRow(attachment, rows[0])
  const missing = status !== 'loading' && rows.length === 0
  const name = plainText(attachment.name)
  return (
    <div
      className={classes.root}
      data-large={large && !missing}
      role="group"
      aria-label={t('Attachment: {name}', { name })}
    >
      <Thumbnail key={`${row.id} ${row.item.src ?? ''}`} attachment={row} />
      <span className={classes.words}>
        <span className={classes.name} title={name}>
          {mark === undefined ? null : <span aria-hidden="true">{mark} </span>}
          <bdi>{name}</bdi>
        </span>
        {missing ? (
          <span className={classes.missing}>{t('not here any more')}</span>
        ) : (
          <span className={classes.facts}>{attachmentFacts(row)}</span>
        )}
      </span>
    </div>
  )
}
