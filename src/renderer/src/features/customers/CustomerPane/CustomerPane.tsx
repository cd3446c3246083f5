import { t } from '../../../i18n/t.ts'
import { type CSSProperties, type KeyboardEvent, useRef } from 'react'
import type { CustomerProfile, CustomerRow } from '../../../../../shared/contract/rows.ts'
import { splitConversationKey } from '../../../../../shared/domain/ids.ts'
import { useQuery, useRow } from '../../../core/use-query.ts'
import { useAction } from '../../../keyboard/KeyboardProvider.tsx'
import { useNavigation } from '../../../shell/navigation-context.ts'
import { formatCount } from '../../../ui/count.ts'
import { RelativeTime } from '../../../ui/RelativeTime.tsx'
import { formatDate, formatExact } from '../../../ui/time.ts'
import { useClock } from '../../../ui/use-now.ts'
import { AttributeList } from '../../attributes/AttributeList/AttributeList.tsx'
import { CustomerCodes } from '../../promos/CustomerCodes/CustomerCodes.tsx'
import { CustomerFeedback } from '../../feedback/CustomerFeedback/CustomerFeedback.tsx'
import { CustomerSurveys } from '../../surveys/CustomerSurveys/CustomerSurveys.tsx'
import { CustomerNotes } from '../CustomerNotes/CustomerNotes.tsx'
import { CustomerTags } from '../CustomerTags/CustomerTags.tsx'
import { ResponseFacts } from '../ResponseTimes/ResponseFacts.tsx'
import { ResponseHistory } from '../ResponseTimes/ResponseHistory.tsx'
import { BlockButton } from './BlockButton.tsx'
import classes from './CustomerPane.module.css'
import { Fact } from './Fact.tsx'
import { GroupMembers } from './GroupMembers.tsx'
import { MergeButton, MergedProfile } from './Merging.tsx'
import { OtherTalks } from './OtherTalks.tsx'
import { movePanelFocus, takesArrows } from './panel-focus.ts'
import { Profile } from './Profile.tsx'
import { PromisesIn, PromisesTo } from './Promises.tsx'

export interface CustomerPaneProps {
  readonly conversation: string | null
  readonly style?: CSSProperties
}

/** Who is on the other side: what X tells about them, what the team notes, and what there has been between us. */
export function CustomerPane({ conversation, style }: CustomerPaneProps) {
  const { go } = useNavigation()
  const back = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape' || event.defaultPrevented || conversation === null) return
    event.preventDefault()
    go({ to: 'thread', conversation, enter: true })
  }
  return (
    <aside className={classes.root} style={style} aria-label={t('Customer')} tabIndex={-1} onKeyDown={back}>
      {conversation === null ? null : <CustomerCard conversation={conversation} />}
    </aside>
  )
}

/** The card itself, for the pane and for the drawer of a narrow window. */
export function CustomerCard({ conversation }: { readonly conversation: string }) {
  const card = useRow('customers.card', { conversation })
  const { accountId: account } = splitConversationKey(conversation)
  const connected = useQuery('accounts.list', {}).rows.some((row) => row.id === account && !row.archiveOnly)
  const panel = useRef<HTMLDivElement>(null)
  useAction('customer.focus', () => {
    if (panel.current) movePanelFocus(panel.current, 1)
  })
  if (!card) return null
  const [person] = card.people

  function walk(event: KeyboardEvent): void {
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : null
    if (step === null || panel.current === null || takesArrows(event.target)) return
    event.preventDefault()
    movePanelFocus(panel.current, step)
  }

  return (
    <div ref={panel} role="group" aria-label={t('About the customer')} tabIndex={-1} onKeyDown={walk}>
      {card.group ? (
        <GroupMembers account={account} people={card.people} />
      ) : person ? (
        <OneCustomer key={conversation} account={account} card={card} person={person} connected={connected} />
      ) : null}
      {card.group && card.received + card.sent > 0 ? <Dealings card={card} /> : null}
      {card.group ? <PromisesIn conversation={conversation} /> : null}
      <OtherTalks card={card} />
    </div>
  )
}

interface OneCustomerProps {
  readonly account: string
  readonly card: CustomerRow
  readonly person: CustomerProfile
  readonly connected: boolean
}

/** A person, with everything the team knows of them; merged ones stand below each other. */
function OneCustomer({ account, card, person, connected }: OneCustomerProps) {
  const noteButton = useRef<HTMLButtonElement>(null)
  const attributes = useRef<HTMLElement>(null)
  const defined = useQuery('attributes.list', {}).rows.length > 0
  useAction('customer.note', () => noteButton.current?.click())
  useAction('customer.attributes', () => attributes.current?.querySelector('button')?.focus(), defined)
  return (
    <>
      <Profile person={person}>
        {connected ? <BlockButton account={account} person={person} withKey /> : null}
        <MergeButton account={account} people={card.people} />
      </Profile>
      {card.people.slice(1).map((other) => (
        <MergedProfile key={other.id} person={other} />
      ))}
      <CustomerTags people={card.people} conversation={card.id} />
      {defined ? (
        <section ref={attributes} className={classes.section} aria-label={t('Attributes')}>
          <h2 className={classes.title}>{t('Attributes')}</h2>
          <AttributeList user={person.id} />
        </section>
      ) : null}
      <section className={classes.section} aria-label={t('Notes')}>
        <h2 className={classes.title}>{t('Notes')}</h2>
        <CustomerNotes user={person.id} conversation={card.id} addButton={noteButton} />
      </section>
      <Codes conversation={card.id} />
      <PromisesTo user={person.id} conversation={card.id} />
      <CustomerFeedback user={person.id} />
      {card.received + card.sent === 0 ? null : <Dealings card={card} user={person.id} />}
      <CustomerSurveys user={person.id} name={person.name} />
    </>
  )
}

/** What they were given; nothing is said where there is nothing. */
function Codes({ conversation }: { readonly conversation: string }) {
  const { rows } = useQuery('promos.held', { conversation })
  if (rows.length === 0) return null
  return (
    <section className={classes.section} aria-label={t('Promo codes')}>
      <h2 className={classes.title}>{t('Promo codes')}</h2>
      <CustomerCodes conversation={conversation} />
    </section>
  )
}

/** @param user whose answers are told of, too; absent for a group */
function Dealings({ card, user }: { readonly card: CustomerRow; readonly user?: string }) {
  const firstContact = useClock((now) => formatDate(card.firstContactAt, now))
  return (
    <section className={classes.section}>
      <h2 className={classes.title}>{t('Between us')}</h2>
      <dl className={classes.facts}>
        <Fact name={t('First contact')}>
          <time title={formatExact(card.firstContactAt)}>{firstContact}</time>
        </Fact>
        <Fact name={t('Last contact')}>
          <RelativeTime at={card.lastContactAt} />
        </Fact>
        <Fact name={t('They wrote')}>{formatCount(card.received)}</Fact>
        <Fact name={t('We wrote')}>{formatCount(card.sent)}</Fact>
        {user === undefined ? null : <ResponseFacts user={user} />}
      </dl>
      {user === undefined ? null : <ResponseHistory user={user} />}
    </section>
  )
}
