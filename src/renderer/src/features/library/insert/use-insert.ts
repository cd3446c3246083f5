import type { RefObject } from 'react'
import type { ReplyChoiceRow } from '../../../../../shared/contract/library-rows.ts'
import type { UseOrigin } from '../../../../../shared/domain/library/canned-reply.ts'
import type { TemplateQuestion } from '../../../../../shared/domain/library/template/read-ask.ts'
import { useReserve } from '../../promos/insert/use-reserve.ts'
import { typeText } from '../../../ui/type-text.ts'
import { fillBody, questionsIn } from '../fill.ts'
import { useFilling } from '../use-filling.ts'
import { withInserted } from './inserted.ts'
import { useInserts } from './inserts-context.ts'
import type { TakeFile } from './use-canned-file.ts'

/** What is needed to insert, of a choice. */
export type InsertedChoice = Pick<ReplyChoiceRow, 'id' | 'version' | 'body' | 'language' | 'actions' | 'attachment'>

/** Where a reply goes, and where it comes from. */
export interface Placing {
  /** What it replaces, UTF-16 units; null: nothing, it goes where the cursor is. */
  readonly span: readonly [number, number] | null
  /** How the agent came to it. */
  readonly from: UseOrigin
}

/** Puts canned replies into a text field as if they had been typed: one step of the field's undo. */
export function useInsert(conversation: string, field: RefObject<HTMLTextAreaElement | null>, takeFile: TakeFile) {
  const filling = useFilling(conversation)
  const reserve = useReserve(conversation)
  const { change } = useInserts(conversation)

  function put(
    choice: InsertedChoice,
    { span, from }: Placing,
    answers: Readonly<Record<string, string>>,
    codes: ReadonlyMap<string, string>
  ): void {
    const input = field.current
    if (!input) return
    const code = (name: string): string | null => codes.get(name) ?? null
    const { text, cursor } = fillBody(choice.body, choice.language, filling, answers, code)
    const [start, end] = span ?? [input.selectionEnd, input.selectionEnd]
    // Two words that meet would become one.
    const gap = span === null && /\S$/u.test(input.value.slice(0, start)) ? ' ' : ''
    typeText(input, [start, end], gap + text)
    const place = start + gap.length + (cursor ?? text.length)
    input.setSelectionRange(place, place)
    const { id: reply, version, actions, attachment } = choice
    if (attachment !== null) takeFile({ version, name: attachment.name, text })
    change((before) => withInserted(before, { reply, version, text, actions, from }))
  }

  return {
    filling,
    /** What has to be asked before it can be inserted. */
    questions: (choice: InsertedChoice): readonly TemplateQuestion[] =>
      questionsIn(choice.body, choice.language, filling),
    /** @param answers by key of the question @returns when it is in the text: a promo code is kept for it first */
    async insert(
      choice: InsertedChoice,
      placing: Placing,
      answers: Readonly<Record<string, string>> = {}
    ): Promise<void> {
      const campaigns = new Set<string>()
      const ask = (name: string): null => {
        campaigns.add(name)
        return null
      }
      fillBody(choice.body, choice.language, filling, answers, ask)
      const instead = placing.span === null ? '' : (field.current?.value.slice(...placing.span) ?? '')
      const codes = campaigns.size === 0 ? new Map<string, string>() : await reserve([...campaigns], choice.id)
      const same = placing.span === null || field.current?.value.slice(...placing.span) === instead
      put(choice, same ? placing : { ...placing, span: null }, answers, codes)
    }
  }
}
