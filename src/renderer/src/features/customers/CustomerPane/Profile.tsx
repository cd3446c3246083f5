import { IconExternalLink, IconLock, IconRosetteDiscountCheckFilled } from '@tabler/icons-react'
import type { CustomerProfile } from '../../../../../shared/contract/rows.ts'
import { Avatar } from '../../../ui/Avatar/Avatar.tsx'
import { plainText } from '../../../ui/plain-text.ts'
import { formatCount } from '../../../ui/plural.ts'
import { formatMonth } from '../../../ui/time.ts'
import { MessageText } from '../../thread/MessageText/MessageText.tsx'
import classes from './CustomerPane.module.css'
import { Fact } from './Fact.tsx'

/** What X tells about a customer. */
export function Profile({ person }: { readonly person: CustomerProfile }) {
  return (
    <section className={classes.profile}>
      <Avatar id={person.id} name={person.name} src={person.avatar} size={56} />
      <h2 className={classes.name} title={plainText(person.name)}>
        <bdi>{plainText(person.name)}</bdi>
        {person.verified ? (
          <IconRosetteDiscountCheckFilled className={classes.verified} size={16} role="img" aria-label="Verified" />
        ) : null}
        {person.protected ? (
          <IconLock className={classes.badge} size={14} role="img" aria-label="Protected posts" />
        ) : null}
      </h2>
      {person.handle === null ? null : (
        <a
          className={classes.handle}
          href={`https://x.com/${encodeURIComponent(person.handle)}`}
          target="_blank"
          rel="noopener noreferrer"
        >
          @{person.handle}
          <IconExternalLink size={12} role="img" aria-label="opens X" />
        </a>
      )}
      {person.unknown ? <p className={classes.note}>X has not told yet who this is.</p> : null}
      {person.canReceiveDm === false ? <p className={classes.warning}>Does not accept direct messages now.</p> : null}
      {person.description === null || person.description === '' ? null : (
        <div className={classes.about}>
          <MessageText text={person.description} links={[]} hasMedia={false} expanded onExpand={() => undefined} />
        </div>
      )}
      <dl className={classes.facts}>
        {person.location === null || person.location === '' ? null : (
          <Fact name="Place">{plainText(person.location)}</Fact>
        )}
        {person.followers === null ? null : <Fact name="Followers">{formatCount(person.followers)}</Fact>}
        {person.joinedXAt === null ? null : <Fact name="On X since">{formatMonth(person.joinedXAt)}</Fact>}
      </dl>
    </section>
  )
}
