import {
  IconAlertTriangleFilled,
  IconBan,
  IconCalendarClock,
  IconCheck,
  IconLock,
  IconPencil,
  IconSend
} from '@tabler/icons-react'
import { t } from '../../../i18n/t.ts'
import type { InboxRow as Row } from '../../../../../shared/contract/rows.ts'
import type { MemberRow, TagRow } from '../../../../../shared/contract/triage-rows.ts'
import { Avatar } from '../../../ui/Avatar/Avatar.tsx'
import { plainText } from '../../../ui/plain-text.ts'
import { RelativeTime } from '../../../ui/RelativeTime.tsx'
import { typingWords } from '../../activity/typing-words.ts'
import { reasonWords, shortReason } from '../../screening/reason-words.ts'
import { FollowUpMark } from '../../follow-ups/FollowUpMark/FollowUpMark.tsx'
import { TagChips } from '../../tags/TagChips/TagChips.tsx'
import { PersonChip } from '../../team/PersonChip/PersonChip.tsx'
import { previewOf } from '../preview.ts'
import { Countdown } from '../../sla/Countdown/Countdown.tsx'
import { SnoozedMark } from '../SnoozedMark.tsx'
import { categoryWords, priorityIcon, priorityWords } from '../triage-words.tsx'
import type { RowClick } from '../use-selection-actions.ts'
import { Waiting } from '../Waiting/Waiting.tsx'
import listRow from '../../../ui/ListRow/ListRow.module.css'
import classes from './InboxRow.module.css'
import { PreviewIcon } from './PreviewIcon.tsx'

export interface InboxRowProps {
  readonly row: Row
  readonly position: number
  readonly total: number
  readonly selected: boolean
  /** Names of who is writing there now. */
  readonly typing: readonly string[]
  /** Whether an encrypted X Chat message waits at X. */
  readonly encrypted: boolean
  /** Whether it is among those that are worked on together, and whether there are any. */
  readonly chosen: boolean
  readonly choosing: boolean
  readonly tags: ReadonlyMap<string, TagRow>
  readonly assignee: MemberRow | null
  readonly onOpen: (conversation: string, click: RowClick) => void
  readonly onToggle: (conversation: string) => void
}

/** The DOM id of a conversation's row, for `aria-activedescendant`. */
export function rowElementId(conversation: string): string {
  return `conversation-${conversation}`
}

/** One conversation of the list: who, what they said last, and how long they have been waiting. */
export function InboxRow(props: InboxRowProps) {
  const { row, position, total, selected, typing, encrypted, chosen, choosing, tags, assignee, onOpen, onToggle } =
    props
  const preview = previewOf(row)
  const title = plainText(row.title)
  const tagged = row.category !== null || row.tags.some((tag) => tags.has(tag))
  return (
    <div
      id={rowElementId(row.id)}
      className={`${listRow.row} ${classes.root}`}
      role="option"
      aria-selected={selected}
      aria-checked={choosing ? chosen : undefined}
      aria-posinset={position}
      aria-setsize={total}
      data-unread={row.unread > 0}
      data-chosen={chosen}
      data-choosing={choosing}
      onClick={(event) => onOpen(row.id, { shift: event.shiftKey, mod: event.ctrlKey || event.metaKey })}
      // Shift and a click would mark the text between.
      onMouseDown={(event) => event.shiftKey && event.preventDefault()}
    >
      <span className={classes.face}>
        <Avatar id={row.id} name={row.title} src={row.avatar} group={row.group} />
        <span
          className={classes.box}
          title={t('Select')}
          aria-hidden="true"
          onClick={(event) => {
            event.stopPropagation()
            if (event.shiftKey) onOpen(row.id, { shift: true, mod: false })
            else onToggle(row.id)
          }}
        >
          <span className={classes.tick}>{chosen ? <IconCheck size={13} stroke={3} /> : null}</span>
        </span>
      </span>
      <div className={classes.lines}>
        <div className={classes.line}>
          <span className={classes.title} dir="auto" title={title}>
            {title}
          </span>
          {row.priority === 'normal' ? null : (
            <span
              className={classes.priority}
              title={t('{priority} priority', { priority: t(priorityWords[row.priority]) })}
            >
              {priorityIcon(row.priority, 14)}
              <span className="visually-hidden">
                {t('{priority} priority', { priority: t(priorityWords[row.priority]) })}
              </span>
            </span>
          )}
          <RelativeTime at={row.lastAt} className={classes.time} />
        </div>
        <div className={classes.line}>
          <span className={classes.preview}>
            {typing.length > 0 ? (
              <bdi className={classes.typing}>{row.group ? typingWords(typing) : t('typing…')}</bdi>
            ) : (
              <>
                {preview.author === null ? null : <bdi className={classes.author}>{plainText(preview.author)}: </bdi>}
                <PreviewIcon kind={row.previewKind} className={classes.kind} />
                <span className={classes.text} dir="auto">
                  {preview.text}
                </span>
              </>
            )}
          </span>
          {row.unread > 0 ? (
            <span className={classes.unread}>
              {row.unread > 99 ? '99+' : row.unread}
              <span className="visually-hidden"> {t('unread')}</span>
            </span>
          ) : null}
        </div>
        <div className={classes.line}>
          {tagged ? (
            <span className={classes.tags}>
              {row.category === null ? null : (
                <span className={classes.category}>{t(categoryWords[row.category])}</span>
              )}
              <TagChips tags={row.tags} known={tags} most={row.category === null ? 2 : 1} />
            </span>
          ) : (
            <span className={classes.handle} title={row.handle === null ? undefined : `@${row.handle}`}>
              {row.handle === null ? row.group ? t('Group') : '' : <bdi>@{row.handle}</bdi>}
            </span>
          )}
          <span className={classes.marks}>
            {encrypted ? (
              <span className={classes.mark}>
                <IconLock size={13} stroke={2} aria-hidden="true" /> {t('X Chat')}
              </span>
            ) : null}
            <RowMarks row={row} />
            {assignee === null ? null : <PersonChip member={assignee} />}
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
      {row.placeReason === null ? null : (
        <span className={classes.mark} title={reasonWords(row.place, row.placeReason)}>
          {shortReason(row.placeReason)}
        </span>
      )}
      {row.blocked ? (
        <span className={classes.mark}>
          <IconBan size={13} stroke={2} aria-hidden="true" /> {t('Blocked')}
        </span>
      ) : null}
      {row.outbox === 'attention' ? (
        <span className={classes.attention}>
          <IconAlertTriangleFilled size={12} aria-hidden="true" /> {t('Needs your eye')}
        </span>
      ) : null}
      {row.outbox === 'pending' ? (
        <span className={classes.mark}>
          <IconSend size={13} stroke={2} aria-hidden="true" /> {t('Unsent')}
        </span>
      ) : null}
      {row.outbox === 'scheduled' ? (
        <span className={classes.mark}>
          <IconCalendarClock size={13} stroke={2} aria-hidden="true" /> {t('Scheduled')}
        </span>
      ) : null}
      {row.hasDraft ? (
        <span className={classes.draft}>
          <IconPencil size={13} stroke={2} aria-hidden="true" /> {t('Draft')}
        </span>
      ) : null}
      {row.followUpAt === null ? null : <FollowUpMark at={row.followUpAt} short />}
      {row.status === 'snoozed' ? <SnoozedMark until={row.snoozedUntil} className={classes.mark} /> : null}
      {row.status === 'resolved' ? (
        <span className={classes.mark}>
          <IconCheck size={13} stroke={2} aria-hidden="true" /> {t('Resolved')}
        </span>
      ) : null}
      {row.waitingSince === null ||
      row.outbox === 'attention' ||
      row.status !== 'open' ||
      row.blocked ? null : row.due === null ? (
        <Waiting since={row.waitingSince} />
      ) : (
        <Countdown due={row.due} />
      )}
    </>
  )
}
