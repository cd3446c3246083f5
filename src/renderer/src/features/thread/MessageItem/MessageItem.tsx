import { IconAlertTriangleFilled, IconCheck, IconChecks } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { t } from '../../../i18n/t.ts'
import type { MessageRow } from '../../../../../shared/contract/rows.ts'
import { Avatar } from '../../../ui/Avatar/Avatar.tsx'
import type { WordMark } from '../../feedback/shown-words.ts'
import { plainText } from '../../../ui/plain-text.ts'
import { formatClock, formatExact } from '../../../ui/time.ts'
import { DeletingLine } from '../DeletingLine/DeletingLine.tsx'
import { DeliveryLine } from '../DeliveryLine/DeliveryLine.tsx'
import { MediaItem } from '../Media/MediaItem.tsx'
import { MessageText } from '../MessageText/MessageText.tsx'
import { UploadLine } from '../UploadLine/UploadLine.tsx'
import classes from './MessageItem.module.css'

export interface MessageItemProps {
  readonly row: MessageRow
  readonly startsGroup: boolean
  readonly endsGroup: boolean
  /** In groups the author is named. */
  readonly named: boolean
  /** The message somebody came for, e.g. a hit of the search. */
  readonly target: boolean
  /** When the customer read it, for the last own message that was read; null for all others. */
  readonly seenAt: number | null
  readonly expanded: boolean
  /** Whether the keys for unsent replies act on this one. */
  readonly keyed: boolean
  readonly onExpand: (id: string) => void
  readonly onZoom: (id: string, key: string) => void
  /** It has the focus, by key. */
  readonly chosen: boolean
  /** What can be done with it. */
  readonly menu: ReactNode
  /** What of its words is tagged. */
  readonly marks: readonly WordMark[]
  readonly onMark: (id: string) => void
  /** What it is tagged with as a whole. */
  readonly tagged: ReactNode
}

/** One message: media, text, reactions, and below the last of a group its time and where it stands. */
export function MessageItem({
  row,
  startsGroup,
  endsGroup,
  named,
  target,
  seenAt,
  expanded,
  keyed,
  onExpand,
  onZoom,
  chosen,
  menu,
  marks,
  onMark,
  tagged
}: MessageItemProps) {
  const name = plainText(row.author.name)
  const underWay = row.delivery !== 'received' && row.delivery !== 'sent'
  return (
    <article
      className={classes.root}
      aria-label={
        row.us
          ? t('You, {time}', { time: formatExact(row.at) })
          : t('{name}, {time}', { name, time: formatExact(row.at) })
      }
      data-us={row.us}
      data-starts={startsGroup}
      data-ends={endsGroup}
      data-under-way={underWay}
      data-target={target}
      data-chosen={chosen}
      data-deleting={row.deleting !== null}
      tabIndex={chosen ? 0 : undefined}
    >
      {row.us ? null : (
        <div className={classes.avatar}>
          {endsGroup ? <Avatar id={row.author.id} name={row.author.name} src={row.author.avatar} size={28} /> : null}
        </div>
      )}
      {row.us ? <div className={classes.menu}>{menu}</div> : null}
      <div className={classes.column}>
        {named && startsGroup && !row.us ? <bdi className={classes.author}>{name}</bdi> : null}
        {row.media.map((item) => (
          <MediaItem key={item.key} item={item} from={row.us ? t('you') : name} onZoom={(key) => onZoom(row.id, key)} />
        ))}
        {row.text === '' ? null : (
          <div className={classes.bubble} title={formatExact(row.at)}>
            <MessageText
              id={row.id}
              marks={marks}
              onMark={onMark}
              text={row.text}
              links={row.links}
              hasMedia={row.media.length > 0}
              expanded={expanded}
              onExpand={() => onExpand(row.id)}
            />
          </div>
        )}
        {tagged}
        {row.reactions.length > 0 ? (
          <ul className={classes.reactions} aria-label={t('Reactions')}>
            {row.reactions.map((reaction) => (
              <li key={reaction.key} className={classes.reaction} title={reaction.by.map(plainText).join(', ')}>
                {reactionSign(reaction.key)}
                {reaction.by.length > 1 ? ` ${reaction.by.length}` : ''}
              </li>
            ))}
          </ul>
        ) : null}
        {row.deleting === null ? null : <DeletingLine requestId={row.deleting.requestId} at={row.deleting.at} />}
        {underWay ? <UploadLine upload={row.upload} /> : null}
        {underWay ? <DeliveryLine reply={row} outboxId={row.outboxId} withKeys={keyed} /> : null}
        {row.repeated ? (
          <p className={classes.repeated}>
            <IconAlertTriangleFilled size={12} aria-hidden="true" />{' '}
            {t('The customer has this twice: the attempt whose answer was lost had arrived after all.')}
          </p>
        ) : null}
        {(endsGroup || seenAt !== null) && !underWay && row.deleting === null ? (
          <div className={classes.foot} title={formatExact(row.at)}>
            <FootWords us={row.us} at={row.at} seenAt={seenAt} />
          </div>
        ) : null}
      </div>
      {row.us ? null : <div className={classes.menu}>{menu}</div>}
    </article>
  )
}

/** `14:32` for theirs, `Sent 14:32` for ours, `Sent 14:32 · Seen 14:40` for the last one that was read. */
function FootWords({ us, at, seenAt }: { readonly us: boolean; readonly at: number; readonly seenAt: number | null }) {
  if (!us) return formatClock(at)
  const Icon = seenAt === null ? IconCheck : IconChecks
  return (
    <>
      <Icon size={13} stroke={2} aria-hidden="true" />
      {t('Sent {time}', { time: formatClock(at) })}
      {seenAt === null ? null : (
        <span title={formatExact(seenAt)}>{t('· Seen {time}', { time: formatClock(seenAt) })}</span>
      )}
    </>
  )
}

/** X's archive names reactions in words, its API sends the sign itself. */
const signs: Record<string, string> = {
  like: '👍',
  agree: '👍',
  love: '❤️',
  heart: '❤️',
  excited: '🔥',
  fire: '🔥',
  funny: '😂',
  laugh: '😂',
  surprised: '😲',
  sad: '😢',
  disagree: '👎',
  angry: '😠'
}

function reactionSign(key: string): string {
  return signs[key.toLowerCase()] ?? plainText(key)
}
