import { notifications } from '@mantine/notifications'
import { type KeyboardEvent, type RefObject, useState } from 'react'
import type { PromoChoiceRow } from '../../../../../shared/contract/promo-rows.ts'
import { promoText } from '../../../../../shared/domain/promo/campaign.ts'
import { useCommand } from '../../../core/use-command.ts'
import { useQuery } from '../../../core/use-query.ts'
import { t } from '../../../i18n/t.ts'
import { foldLabel } from '../../../ui/Picker/match-options.ts'
import { type Choices, useChoices } from '../../../ui/Choices/use-choices.ts'
import { typeText } from '../../../ui/type-text.ts'
import { type Percent, percentAt } from './percent.ts'

export interface PromoControl {
  /** What is being called; null: nothing is offered. */
  readonly called: Percent | null
  readonly choices: Choices<PromoChoiceRow>
  /** One was chosen, and is not in the text yet. */
  readonly calling: boolean
  /** Nothing can be offered, because there is no campaign. */
  readonly nothing: boolean
  readonly approve: (choice: PromoChoiceRow) => void
  readonly ask: (choice: PromoChoiceRow) => void
  /** Opens the list where the cursor is. */
  readonly open: () => void
  readonly onSelect: () => void
  readonly onLeave: () => void
  /** @returns whether the key was for the list */
  readonly onKeyDown: (event: KeyboardEvent) => boolean
}

/** Offers promo codes for `%text` at the cursor, keeps the chosen one for this customer and puts it in its place. */
export function usePromo(
  conversation: string,
  field: RefObject<HTMLTextAreaElement | null>,
  text: string,
  language: string | null
): PromoControl {
  const run = useCommand()
  const [cursor, setCursor] = useState<number | null>(null)
  /** Where the list was closed by hand: the sign is meant as it stands. */
  const [dismissed, setDismissed] = useState<number | null>(null)
  const [calling, setCalling] = useState(false)
  const at = cursor === null ? null : percentAt(text, cursor)
  const called = at === null || at.start === dismissed ? null : at
  const { rows, status } = useQuery('promos.choices', { conversation })
  const wanted = foldLabel(called?.query ?? '')
  const offered = called === null ? [] : rows.filter(({ name }) => foldLabel(name).includes(wanted))
  const open =
    called !== null && (offered.length > 0 || (rows.length === 0 && status !== 'loading' && called.query === ''))

  async function take(choice: PromoChoiceRow): Promise<void> {
    if (called === null) return
    const span = [called.start, called.end] as const
    if (choice.refusals.length > 0) {
      if (choice.mayApprove) await approve(choice)
      else if (choice.approvers.length > 0) await ask(choice)
      return
    }
    setCalling(true)
    const kept = await run('promos.reserve', { conversation, campaign: choice.id })
    setCalling(false)
    const input = field.current
    if (kept === null || input === null) return
    // Somebody may have typed on meanwhile: then it goes where the cursor is.
    const there = input.value.slice(...span) === `%${called.query}`
    const place = there ? span : ([input.selectionEnd, input.selectionEnd] as const)
    typeText(input, place, promoText(choice.texts, language, kept.result.code))
  }

  async function approve({ id, name }: PromoChoiceRow): Promise<void> {
    const done = await run('promos.approve', { conversation, campaign: id })
    if (done !== null) notifications.show({ message: t('Approved for this customer: {name}', { name }) })
    field.current?.focus()
  }

  /** In a note, because whoever is named in one finds it among the mentions. */
  async function ask({ name, approvers }: PromoChoiceRow): Promise<void> {
    const who = approvers.map((one) => `@${one}`).join(' ')
    const note = t('{who} Please approve the promo code “{name}” for this customer.', { who, name })
    const done = await run('notes.add', { conversation, text: note })
    if (done !== null) notifications.show({ message: t('Asked {names} in a note', { names: approvers.join(', ') }) })
    field.current?.focus()
  }

  const choices = useChoices<PromoChoiceRow>(open ? offered : [], {
    onPick: (choice) => void take(choice),
    onKey(event, marked) {
      if (event.key === 'Tab' && !event.shiftKey && marked !== undefined) {
        void take(marked)
        return true
      }
      if (event.key !== 'Escape' || called === null) return false
      setDismissed(called.start)
      return true
    }
  })

  return {
    called: open ? called : null,
    choices,
    calling,
    nothing: open && offered.length === 0,
    approve: (choice) => void approve(choice),
    ask: (choice) => void ask(choice),
    open() {
      const input = field.current
      if (!input) return
      const end = input.selectionEnd
      const gap = /\S$/u.test(input.value.slice(0, end)) ? ' ' : ''
      setDismissed(null)
      typeText(input, [end, end], `${gap}%`)
    },
    onSelect() {
      const input = field.current
      if (!input) return
      const here = input.selectionStart === input.selectionEnd ? input.selectionStart : null
      setCursor(here)
      const start = here === null ? null : (percentAt(input.value, here)?.start ?? null)
      if (here !== cursor) choices.mark(null)
      setDismissed((now) => (start === now ? now : null))
    },
    onLeave: () => setCursor(null),
    onKeyDown(event) {
      if (!open || event.nativeEvent.isComposing || event.ctrlKey || event.metaKey || event.altKey) return false
      if (event.shiftKey && event.key === 'Enter') return false
      if (offered.length === 0 && event.key !== 'Escape') return false
      choices.field.onKeyDown?.(event as KeyboardEvent<HTMLInputElement>)
      return event.defaultPrevented
    }
  }
}
