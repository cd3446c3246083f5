import { IconBan, IconExternalLink, IconLock, IconRosetteDiscountCheckFilled } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { t } from '../../../i18n/t.ts'
import type { CustomerProfile } from '../../../../../shared/contract/rows.ts'
import { Avatar } from '../../../ui/Avatar/Avatar.tsx'
import { plainText } from '../../../ui/plain-text.ts'
import { formatCount } from '../../../ui/count.ts'
import { formatMonth } from '../../../ui/time.ts'
import { MessageText } from '../../thread/MessageText/MessageText.tsx'
import classes from './CustomerPane.module.css'
import { Fact } from './Fact.tsx'

export interface ProfileProps {
  readonly person: CustomerProfile
  /** Of the heading: 3 for one of several people. */
  readonly level?: 2 | 3
  /** Whether it is said that they take no messages; false where something else says it. */
  readonly withRefusal?: boolean
  /** What can be done with this person. */
  readonly children?: ReactNode
}

/** What X tells about a customer. */
export function Profile({ person, level = 2, withRefusal = true, children }: ProfileProps) {
  const Heading = level === 2 ? 'h2' : 'h3'
  return (
    <section className={classes.profile}>
      <Avatar id={person.id} name={person.name} src={person.avatar} size={56} />
      <Heading className={classes.name} title={plainText(person.name)}>
        <bdi>{plainText(person.name)}</bdi>
        {person.verified ? (
          <IconRosetteDiscountCheckFilled
            className={classes.verified}
            size={16}
            role="img"
            aria-label={t('Verified')}
          />
        ) : null}
        {person.protected ? (
          <IconLock className={classes.badge} size={14} role="img" aria-label={t('Protected posts')} />
        ) : null}
      </Heading>
      {person.handle === null ? null : (
        <a
          className={classes.handle}
          href={`https://x.com/${encodeURIComponent(person.handle)}`}
          target="_blank"
          rel="noopener noreferrer"
        >
          <bdi>@{person.handle}</bdi>
          <IconExternalLink size={12} role="img" aria-label={t('opens X')} />
        </a>
      )}
      {person.unknown ? <p className={classes.note}>{t('X has not told yet who this is.')}</p> : null}
      {person.block.blocked ? (
        <p className={classes.warning}>
          <IconBan size={13} className={classes.sign} aria-hidden="true" />
          {person.block.pending ? t('Messages blocked, X will be told') : t('Messages blocked')}
        </p>
      ) : null}
      {withRefusal && person.canReceiveDm === false && !person.block.blocked ? (
        <p className={classes.warning}>{t('Does not accept direct messages from you.')}</p>
      ) : null}
      {person.description === null || person.description === '' ? null : (
        <div className={classes.about}>
          <MessageText text={person.description} links={[]} hasMedia={false} expanded onExpand={() => undefined} />
        </div>
      )}
      {children ? <div className={classes.steps}>{children}</div> : null}
      <dl className={classes.facts}>
        {person.location === null || person.location === '' ? null : (
          <Fact name={t('Place')}>{plainText(person.location)}</Fact>
        )}
        {person.followers === null ? null : <Fact name={t('Followers')}>{formatCount(person.followers)}</Fact>}
        {person.joinedXAt === null ? null : <Fact name={t('On X since')}>{formatMonth(person.joinedXAt)}</Fact>}
      </dl>
    </section>
  )
}
