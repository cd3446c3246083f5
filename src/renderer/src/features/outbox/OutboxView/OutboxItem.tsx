import { useEffect, useRef } from 'react'
import { stored, t } from '../../../i18n/t.ts'
import type { OutboxRow } from '../../../../../shared/contract/rows.ts'
import { useQuery } from '../../../core/use-query.ts'
import { Avatar } from '../../../ui/Avatar/Avatar.tsx'
import { plainText } from '../../../ui/plain-text.ts'
import { formatClock } from '../../../ui/time.ts'
import { useClock } from '../../../ui/use-now.ts'
import { leavesWords } from '../../costs/budget-words.ts'
import { Thumbnail } from '../../composer/Attachment/AttachmentPreview.tsx'
import { UploadLine } from '../../thread/UploadLine/UploadLine.tsx'
import { DeliveryLine } from '../../thread/DeliveryLine/DeliveryLine.tsx'
import { ItemLine } from './ItemLine.tsx'
import classes from './OutboxView.module.css'

export interface OutboxItemProps {
  readonly row: OutboxRow
  /** The one that the keys act on. */
  readonly selected: boolean
  readonly onSelect: () => void
}

/** One reply that has not reached X yet. */
export function OutboxItem({ row, selected, onSelect }: OutboxItemProps) {
  const place = useRef<HTMLLIElement>(null)
  useEffect(() => {
    if (selected) place.current?.scrollIntoView({ block: 'nearest' })
  }, [selected])
  const forecast = useQuery('outbox.forecast', {}).rows.find((each) => each.id === row.id)
  const leaves = useClock((now) => (forecast && row.state === 'queued' ? (leavesWords(forecast.at, now) ?? '') : ''))
  const next =
    row.notBefore === null ? leaves || null : t('Next attempt at {time}.', { time: formatClock(row.notBefore) })
  const reason = row.reason === null ? null : stored(row.reason)
  const waits = row.state === 'queued' ? [reason, next].filter((part) => part !== null).join(' ') || null : reason
  const standing = { ...row, delivery: row.state, reason: waits }
  return (
    <li
      ref={place}
      className={classes.item}
      data-selected={selected}
      aria-current={selected ? 'true' : undefined}
      onClick={onSelect}
    >
      <Avatar id={row.conversation} name={row.title} src={null} size={28} />
      <div className={classes.body}>
        <ItemLine conversation={row.conversation} title={row.title} createdAt={row.createdAt} />
        <p className={classes.text} dir="auto">
          {plainText(row.text)}
        </p>
        {row.attachment === null ? null : (
          <div className={classes.attachment}>
            <Thumbnail attachment={row.attachment} />
            <bdi>{plainText(row.attachment.name)}</bdi>
          </div>
        )}
        <UploadLine upload={row.upload} />
        <div className={classes.delivery}>
          <DeliveryLine reply={standing} outboxId={row.id} withKeys={selected} />
        </div>
      </div>
    </li>
  )
}
