import { IconAlertTriangleFilled, IconCheck, IconPencil, IconSend } from '@tabler/icons-react'
import type { InboxRow as Row } from '../../../../../shared/contract/rows.ts'
import { Avatar } from '../../../ui/Avatar/Avatar.tsx'
import { plainText } from '../../../ui/plain-text.ts'
import { RelativeTime } from '../../../ui/RelativeTime.tsx'
import { previewOf } from '../preview.ts'
import { Waiting } from '../Waiting/Waiting.tsx'
import classes from './InboxRow.module.css'
import { PreviewIcon } from './PreviewIcon.tsx'

export interface InboxRowProps {
  readonly row: Row
  readonly position: number
  readonly total: number
  readonly selected: boolean
  readonly onOpen: (conversation: string) => void
}

/** The DOM id of a conversation's row, for `aria-activedescendant`. */
export function rowElementId(conversation: string): string {
  return `conversation-${conversation}`
}

/** One conversation of the list: who, what they said last, and how long they have been waiting. */
export function InboxRow({ row, position, total, selected, onOpen }: InboxRowProps) {
  const preview = previewOf(row)
  const title = plainText(row.title)
  return (
    <div
      id={rowElementId(row.id)}
      className={classes.root}
      role="option"
      aria-selected={selected}
      aria-posinset={position}
      aria-setsize={total}
      data-unread={row.unread > 0}
      onClick={() => onOpen(row.id)}
    >
      <Avatar id={row.id} name={row.title} src={row.avatar} group={row.group} />
      <div className={classes.lines}>
        <div className={classes.line}>
          <span className={classes.title} dir="auto" title={title}>
            {title}
          </span>
          <RelativeTime at={row.lastAt} className={classes.time} />
        </div>
        <div className={classes.line}>
          <span className={classes.preview}>
            {preview.author === null ? null : <bdi className={classes.author}>{plainText(preview.author)}: </bdi>}
            <PreviewIcon kind={row.previewKind} className={classes.kind} />
            <bdi>{preview.text}</bdi>
          </span>
          {row.unread > 0 ? (
            <span className={classes.unread}>
              {row.unread > 99 ? '99+' : row.unread}
              <span className="visually-hidden"> unread</span>
            </span>
          ) : null}
        </div>
        <div className={classes.line}>
          <span className={classes.handle} title={row.handle === null ? undefined : `@${row.handle}`}>
            {row.handle === null ? (row.group ? 'Group' : '') : `@${row.handle}`}
          </span>
          <span className={classes.marks}>
            <RowMarks row={row} />
          </span>
        </div>
      </div>
    </div>
  )
}

/** What else there is to know: a draft, replies on their way, the end of it, or the wait. */
function RowMarks({ row }: { readonly row: Row }) {
  return (
    <>
      {row.outbox === 'attention' ? (
        <span className={classes.attention}>
          <IconAlertTriangleFilled size={12} aria-hidden="true" /> Needs your eye
        </span>
      ) : null}
      {row.outbox === 'pending' ? (
        <span className={classes.mark}>
          <IconSend size={13} stroke={2} aria-hidden="true" /> Unsent
        </span>
      ) : null}
      {row.hasDraft ? (
        <span className={classes.draft}>
          <IconPencil size={13} stroke={2} aria-hidden="true" /> Draft
        </span>
      ) : null}
      {row.status === 'resolved' ? (
        <span className={classes.mark}>
          <IconCheck size={13} stroke={2} aria-hidden="true" /> Resolved
        </span>
      ) : null}
      {row.waitingSince === null || row.outbox === 'attention' || row.status === 'resolved' ? null : (
        <Waiting since={row.waitingSince} />
      )}
    </>
  )
}
