import { Tooltip, UnstyledButton } from '@mantine/core'
import { useRef } from 'react'
import type { CustomerTagRow } from '../../../../../shared/contract/customer-rows.ts'
import type { CustomerProfile } from '../../../../../shared/contract/rows.ts'
import type { TagRow } from '../../../../../shared/contract/triage-rows.ts'
import { useQuery } from '../../../core/use-query.ts'
import { locale } from '../../../i18n/language.ts'
import { t } from '../../../i18n/t.ts'
import { useAction } from '../../../keyboard/KeyboardProvider.tsx'
import { useNavigation } from '../../../shell/navigation-context.ts'
import { formatCount } from '../../../ui/count.ts'
import { plainText } from '../../../ui/plain-text.ts'
import { TagDot } from '../../tags/TagChips/TagChips.tsx'
import { useTags } from '../../tags/use-tags.ts'
import pane from '../CustomerPane/CustomerPane.module.css'
import { searchForTag } from '../search-for-tag.ts'
import classes from './CustomerTags.module.css'

export interface CustomerTagsProps {
  /** Who the conversation is with first. */
  readonly people: readonly CustomerProfile[]
  /** The open conversation: its own tags stand before those of the others. */
  readonly conversation: string
}

/** All tags of the conversations with a customer, if any. Each leads to the messages of those that carry it. */
export function CustomerTags({ people, conversation }: CustomerTagsProps) {
  const { go } = useNavigation()
  const known = useTags()
  const { rows } = useQuery('customers.tags', { user: people[0]?.id ?? '0' })
  const shown = rows
    .map((row) => ({ row, tag: known.get(row.id), here: row.conversations.includes(conversation) }))
    .filter((each): each is { row: CustomerTagRow; tag: TagRow; here: boolean } => each.tag !== undefined)
    .toSorted((a, b) => Number(b.here) - Number(a.here) || a.tag.name.localeCompare(b.tag.name, locale()))
  const section = useRef<HTMLElement>(null)
  useAction('customer.tags', () => section.current?.querySelector('button')?.focus(), shown.length > 0)
  if (shown.length === 0) return null
  const handles = people.map(({ handle }) => handle).filter((handle) => handle !== null)
  return (
    <section ref={section} className={pane.section} aria-label={t('Tags')}>
      <h2 className={pane.title}>{t('Tags')}</h2>
      <ul className={classes.list}>
        {shown.map(({ row, tag, here }) => (
          <li key={tag.id} className={classes.item}>
            <CustomerTag
              tag={tag}
              count={row.conversations.length}
              here={here}
              onOpen={
                handles.length === 0
                  ? null
                  : () => go({ to: 'overlay', overlay: 'search', searchText: searchForTag(tag.name, handles) })
              }
            />
          </li>
        ))}
      </ul>
    </section>
  )
}

interface CustomerTagProps {
  readonly tag: TagRow
  /** How many conversations with the customer carry it. */
  readonly count: number
  readonly here: boolean
  /** Null for who can not be looked for: X has not told the handle. */
  readonly onOpen: (() => void) | null
}

function CustomerTag({ tag, count, here, onOpen }: CustomerTagProps) {
  const name = plainText(tag.name)
  const words = here
    ? t('{name}: {count, plural, one {this conversation} other {# conversations, this one, too}}', { name, count })
    : t('{name}: {count, plural, one {another conversation} other {# other conversations}}', { name, count })
  const content = (
    <>
      <TagDot colour={tag.colour} />
      <bdi className={classes.name}>{name}</bdi>
      {count === 1 ? null : <span className={classes.count}>{formatCount(count)}</span>}
    </>
  )
  return (
    <Tooltip label={words} position="bottom-start">
      {onOpen === null ? (
        <span className={classes.tag} data-here={here}>
          {content}
        </span>
      ) : (
        <UnstyledButton className={classes.tag} data-here={here} aria-label={words} onClick={onOpen}>
          {content}
        </UnstyledButton>
      )}
    </Tooltip>
  )
}
