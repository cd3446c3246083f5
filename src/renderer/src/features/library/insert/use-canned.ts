import { type KeyboardEvent, type RefObject, useState } from 'react'
import type { ReplyChoiceRow } from '../../../../../shared/contract/library-rows.ts'
import type { UseOrigin } from '../../../../../shared/domain/library/canned-reply.ts'
import type { TemplateQuestion } from '../../../../../shared/domain/library/template/read-ask.ts'
import { useCore } from '../../../core/core-context.ts'
import { type Choices, useChoices } from '../../../ui/Choices/use-choices.ts'
import type { Filling } from '../fill.ts'
import { MOST_OFFERED } from './reply-choice.ts'
import { type Slash, slashAt } from './slash.ts'
import type { TakeFile } from './use-canned-file.ts'
import { useFoundReplies } from './use-found-replies.ts'
import { type Placing, useInsert } from './use-insert.ts'

/** A reply that waits for answers before it goes into the text. */
export interface Asking extends Placing {
  readonly choice: ReplyChoiceRow
  readonly questions: readonly TemplateQuestion[]
  /** What stood where it goes. */
  readonly instead: string
}

export interface CannedControl {
  /** What is being called; null: nothing is offered. */
  readonly slash: Slash | null
  readonly choices: Choices<ReplyChoiceRow>
  readonly filling: Filling
  readonly asking: Asking | null
  /** One was chosen, and is not in the text yet. */
  readonly calling: boolean
  readonly answer: (answers: Readonly<Record<string, string>>) => void
  readonly cancel: () => void
  /** Inserts a reply where the cursor is, after its questions. */
  readonly insertAtCursor: (choice: ReplyChoiceRow, from: UseOrigin) => void
  readonly onSelect: () => void
  readonly onLeave: () => void
  /** @returns whether the key was for the list */
  readonly onKeyDown: (event: KeyboardEvent) => boolean
}

/** Offers canned replies for `/text` at the cursor, and puts the chosen one in its place. */
export function useCanned(
  conversation: string,
  field: RefObject<HTMLTextAreaElement | null>,
  text: string,
  takeFile: TakeFile
): CannedControl {
  const { client } = useCore()
  const [cursor, setCursor] = useState<number | null>(null)
  /** Where the list was closed by hand: the text is meant as it stands. */
  const [dismissed, setDismissed] = useState<number | null>(null)
  const [asking, setAsking] = useState<Asking | null>(null)
  const [calling, setCalling] = useState(false)
  const called = cursor === null || asking !== null ? null : slashAt(text, cursor)
  const slash = called === null || called.start === dismissed ? null : called
  const found = useFoundReplies(conversation, slash?.query ?? '')
  const offered = slash !== null && found.rows.length > 0
  const { filling, questions, insert } = useInsert(conversation, field, takeFile)

  function take(choice: ReplyChoiceRow, { span, from }: Placing): void {
    const asked = questions(choice)
    const instead = span === null ? '' : (field.current?.value.slice(...span) ?? '')
    if (asked.length > 0) setAsking({ choice, questions: asked, span, from, instead })
    else void putIn(choice, { span, from })
  }

  /** A reply with a promo code in it is on its way until the code is kept. */
  async function putIn(choice: ReplyChoiceRow, placing: Placing, answers: Record<string, string> = {}): Promise<void> {
    const done = insert(choice, placing, answers)
    setCalling(true)
    await done.finally(() => setCalling(false))
  }

  /** The core may not have answered to the last letter yet: then it is what it finds that is meant, not what is shown. */
  async function takeFor(called: Slash, choice: ReplyChoiceRow): Promise<void> {
    const span = [called.start, called.end] as const
    if (found.fresh) return take(choice, { span, from: 'picker' })
    setCalling(true)
    await client
      .ask('library.find', { conversation, text: called.query, limit: MOST_OFFERED })
      .then(([first]) => {
        const same = field.current?.value.slice(...span) === `/${called.query}`
        if (first !== undefined && same) take(first, { span, from: 'picker' })
      })
      .finally(() => setCalling(false))
  }

  const choices = useChoices<ReplyChoiceRow>(offered ? found.rows : [], {
    onPick(choice) {
      if (slash !== null) void takeFor(slash, choice)
    },
    onKey(event, marked) {
      if (event.key === 'Tab' && !event.shiftKey && marked !== undefined && slash !== null) {
        void takeFor(slash, marked)
        return true
      }
      if (event.key !== 'Escape' || slash === null) return false
      setDismissed(slash.start)
      return true
    }
  })

  return {
    slash: offered ? slash : null,
    choices,
    filling,
    asking,
    calling,
    answer(answers) {
      if (asking === null) return
      setAsking(null)
      const { choice, span, from, instead } = asking
      // Another window may have changed the text while the questions were answered: it goes where the cursor is then.
      const there = span !== null && field.current?.value.slice(...span) === instead
      void putIn(choice, { span: there ? span : null, from }, answers)
    },
    cancel() {
      setAsking(null)
      field.current?.focus()
    },
    insertAtCursor: (choice, from) => take(choice, { span: null, from }),
    onSelect() {
      const input = field.current
      if (!input) return
      const here = input.selectionStart === input.selectionEnd ? input.selectionStart : null
      setCursor(here)
      const start = here === null ? null : (slashAt(input.value, here)?.start ?? null)
      if (here !== cursor) choices.mark(null)
      // A key that closes the list may tell of the cursor in the same moment.
      setDismissed((now) => (start === now ? now : null))
    },
    onLeave: () => setCursor(null),
    onKeyDown(event) {
      if (!offered || event.nativeEvent.isComposing || event.ctrlKey || event.metaKey || event.altKey) return false
      if (event.shiftKey && event.key === 'Enter') return false
      choices.field.onKeyDown?.(event as KeyboardEvent<HTMLInputElement>)
      return event.defaultPrevented
    }
  }
}
