import { UnstyledButton } from '@mantine/core'
import type { CSSProperties } from 'react'
import type { CustomerProfile, CustomerRow } from '../../../../../shared/contract/rows.ts'
import { useRow } from '../../../core/use-query.ts'
import { useNavigation } from '../../../shell/navigation-context.ts'
import { Avatar } from '../../../ui/Avatar/Avatar.tsx'
import { plainText } from '../../../ui/plain-text.ts'
import { formatCount, plural } from '../../../ui/plural.ts'
import { RelativeTime } from '../../../ui/RelativeTime.tsx'
import { formatDate, formatExact } from '../../../ui/time.ts'
import { useClock } from '../../../ui/use-now.ts'
import classes from './CustomerPane.module.css'
import { Fact } from './Fact.tsx'
import { Profile } from './Profile.tsx'

export interface CustomerPaneProps {
  readonly conversation: string | null
  readonly style?: CSSProperties
}

/** Who is on the other side: what X tells about them, and what there has been between us. */
export function CustomerPane({ conversation, style }: CustomerPaneProps) {
  return (
    <aside className={classes.root} style={style} aria-label="Customer" tabIndex={-1}>
      {conversation === null ? null : <CustomerCard conversation={conversation} />}
    </aside>
  )
}

/** The card itself, for the pane and for the drawer of a narrow window. */
export function CustomerCard({ conversation }: { readonly conversation: string }) {
  const card = useRow('customers.card', { conversation })
  if (!card) return null
  const [person] = card.people
  return (
    <>
      {card.group ? <GroupMembers people={card.people} /> : person ? <Profile person={person} /> : null}
      <Dealings card={card} />
      <OtherTalks card={card} />
    </>
  )
}

function GroupMembers({ people }: { readonly people: readonly CustomerProfile[] }) {
  return (
    <section className={classes.section}>
      <h2 className={classes.title}>{plural(people.length, 'member')}</h2>
      <ul className={classes.members}>
        {people.map((person) => (
          <li
            key={person.id}
            className={classes.member}
            title={person.handle === null ? undefined : `@${person.handle}`}
          >
            <Avatar id={person.id} name={person.name} src={person.avatar} size={20} />
            <bdi className={classes.ellipsis}>{plainText(person.name)}</bdi>
          </li>
        ))}
      </ul>
    </section>
  )
}

function Dealings({ card }: { readonly card: CustomerRow }) {
  const firstContact = useClock((now) => formatDate(card.firstContactAt, now))
  return (
    <section className={classes.section}>
      <h2 className={classes.title}>Between us</h2>
      <dl className={classes.facts}>
        <Fact name="First contact">
          <time title={formatExact(card.firstContactAt)}>{firstContact}</time>
        </Fact>
        <Fact name="Last contact">
          <RelativeTime at={card.lastContactAt} />
        </Fact>
        <Fact name="They wrote">{formatCount(card.received)}</Fact>
        <Fact name="We wrote">{formatCount(card.sent)}</Fact>
      </dl>
    </section>
  )
}

function OtherTalks({ card }: { readonly card: CustomerRow }) {
  const { go } = useNavigation()
  if (card.others.length === 0) return null
  return (
    <section className={classes.section}>
      <h2 className={classes.title}>Other conversations</h2>
      <ul className={classes.members}>
        {card.others.map((other) => (
          <li key={other.key}>
            <UnstyledButton
              className={classes.other}
              onClick={() => go({ to: 'thread', conversation: other.key, enter: true })}
            >
              <bdi className={classes.ellipsis}>{plainText(other.title)}</bdi>
              <RelativeTime at={other.lastAt} className={classes.time} />
            </UnstyledButton>
          </li>
        ))}
      </ul>
    </section>
  )
}
