import { IconCheck } from '@tabler/icons-react'
import type { MessageRow } from '../../../../../shared/contract/rows.ts'
import { Avatar } from '../../../ui/Avatar/Avatar.tsx'
import { plainText } from '../../../ui/plain-text.ts'
import { formatClock, formatExact } from '../../../ui/time.ts'
import { DeliveryLine } from '../DeliveryLine/DeliveryLine.tsx'
import { MediaItem } from '../Media/MediaItem.tsx'
import { MessageText } from '../MessageText/MessageText.tsx'
import classes from './MessageItem.module.css'

export interface MessageItemProps {
  readonly row: MessageRow
  readonly startsGroup: boolean
  readonly endsGroup: boolean
  /** In groups the author is named. */
  readonly named: boolean
  /** The message somebody came for, e.g. a hit of the search. */
  readonly target: boolean
  readonly expanded: boolean
  readonly onExpand: (id: string) => void
  readonly onZoom: (id: string, key: string) => void
}

/** One message: media, text, reactions, and below the last of a group its time and where it stands. */
export function MessageItem({
  row,
  startsGroup,
  endsGroup,
  named,
  target,
  expanded,
  onExpand,
  onZoom
}: MessageItemProps) {
  const name = plainText(row.author.name)
  const underWay = row.delivery !== 'received' && row.delivery !== 'sent'
  return (
    <article
      className={classes.root}
      aria-label={row.us ? `You, ${formatExact(row.at)}` : `${name}, ${formatExact(row.at)}`}
      data-us={row.us}
      data-starts={startsGroup}
      data-ends={endsGroup}
      data-under-way={underWay}
      data-target={target}
    >
      {row.us ? null : (
        <div className={classes.avatar}>
          {endsGroup ? <Avatar id={row.author.id} name={row.author.name} src={row.author.avatar} size={28} /> : null}
        </div>
      )}
      <div className={classes.column}>
        {named && startsGroup && !row.us ? <bdi className={classes.author}>{name}</bdi> : null}
        {row.media.map((item) => (
          <MediaItem key={item.key} item={item} from={row.us ? 'you' : name} onZoom={(key) => onZoom(row.id, key)} />
        ))}
        {row.text === '' ? null : (
          <div className={classes.bubble} title={formatExact(row.at)}>
            <MessageText
              text={row.text}
              links={row.links}
              hasMedia={row.media.length > 0}
              expanded={expanded}
              onExpand={() => onExpand(row.id)}
            />
          </div>
        )}
        {row.reactions.length > 0 ? (
          <ul className={classes.reactions} aria-label="Reactions">
            {row.reactions.map((reaction) => (
              <li key={reaction.key} className={classes.reaction} title={reaction.by.map(plainText).join(', ')}>
                {reactionSign(reaction.key)}
                {reaction.by.length > 1 ? ` ${reaction.by.length}` : ''}
              </li>
            ))}
          </ul>
        ) : null}
        {underWay ? (
          <DeliveryLine delivery={row.delivery} outboxId={row.outboxId} reason={row.reason} heldUntil={row.heldUntil} />
        ) : null}
        {endsGroup && !underWay ? (
          <div className={classes.foot} title={formatExact(row.at)}>
            {row.us ? <IconCheck size={13} stroke={2} aria-hidden="true" /> : null}
            {row.us ? 'Sent ' : ''}
            {formatClock(row.at)}
          </div>
        ) : null}
      </div>
    </article>
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
