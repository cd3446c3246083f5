import { type RefObject, useEffect, useRef } from 'react'
import { t } from '../../i18n/t.ts'
import type { ThreadHeadRow } from '../../../../shared/contract/rows.ts'
import { isBlank } from '../../../../shared/domain/draft.ts'
import { MAX_TEXT_LENGTH } from '../../../../shared/domain/message.ts'
import type { SendCheckRule } from '../../../../shared/domain/send-check/rule.ts'
import { useCore } from '../../core/core-context.ts'
import { useCommand } from '../../core/use-command.ts'
import { useRunAction } from '../../keyboard/KeyboardProvider.tsx'
import { useUndoNotice } from '../../shell/UndoNotice/use-undo-notice.tsx'
import { plainText } from '../../ui/plain-text.ts'
import { formatAhead } from '../../ui/time.ts'
import { useComplete } from '../inbox/required-context.ts'
import { actionsFor, afterSending, stillThere } from '../library/insert/inserted.ts'
import { useInserts } from '../library/insert/inserts-context.ts'
import { useSelection } from '../inbox/use-selection.ts'
import { useAskSnooze } from '../inbox/snooze-context.ts'
import { useAskTime } from '../outbox/schedule-context.ts'
import type { SendCheckControl } from '../send-check/use-send-check.ts'
import { canSend } from './draft.ts'
import type { AttachmentControl } from './use-attachment.ts'
import type { DraftControl } from './use-draft.ts'

export interface Sending {
  /** Whether there is something to send. */
  readonly sendable: boolean
  readonly send: () => Promise<void>
  readonly sendAndResolve: () => Promise<void>
  readonly sendLater: () => Promise<void>
  /** Asks until when, sends, and takes the conversation out of the way. */
  readonly sendAndSnooze: () => Promise<void>
}

/** How a reply leaves. */
export type Way = Exclude<keyof Sending, 'sendable'>

/** What a reply leaves with, besides its text. */
interface LeavingWith {
  readonly sendAt?: number
  readonly resolves?: boolean
}

/** What else is to be known before it leaves; null: it stays here after all. */
type Ask = () => Promise<LeavingWith | null> | LeavingWith

interface Passed extends LeavingWith {
  /** Rules that spoke up, and were overridden. */
  readonly overridden: readonly SendCheckRule[]
}

interface Parts {
  readonly head: ThreadHeadRow
  readonly field: RefObject<HTMLTextAreaElement | null>
  readonly draft: DraftControl
  readonly attached: AttachmentControl
  readonly check: SendCheckControl
}

/** Every way in which a reply leaves the composer; each passes the send check first. */
export function useSending({ head, field, draft, attached, check }: Parts): Sending {
  const { store } = useCore()
  const run = useCommand()
  const askTime = useAskTime()
  const askSnooze = useAskSnooze()
  const tell = useUndoNotice()
  const completeFirst = useComplete()
  const runAction = useRunAction()
  const { selection } = useSelection()
  const { inserts, change } = useInserts(head.id)
  const attachment = attached.attachment?.id ?? null
  /** The attachment that is on its way out: a second press would send it by itself. */
  const going = useRef<string | null>(null)
  useEffect(() => {
    if (attachment === null) going.current = null
  }, [attachment])
  /** What is being handed over; null: nothing. What is sent after it stays behind it. */
  const ahead = useRef<Promise<unknown> | null>(null)
  // Without the file that is still being taken in it would be another message.
  const sendable = attached.adding === null && (canSend(draft.text) || (attachment !== null && isBlank(draft.text)))

  async function hand(
    text: string,
    revision: string | null,
    passed: Passed,
    before: typeof ahead.current
  ): Promise<boolean> {
    // One that the check let pass at once would overtake one that it still looks at.
    if (before !== null) await before
    const inserted = stillThere(inserts, text)
    const canned = inserted.map(({ reply, version, from, text: before }) => ({
      reply,
      version,
      from,
      text: before.slice(0, MAX_TEXT_LENGTH)
    }))
    const actions = [...actionsFor(inserts, text)]
    const reply = { conversation: head.id, text: isBlank(text) ? '' : text, attachment, draft: revision }
    const { overridden, ...more } = passed
    const done = await run('thread.reply', { ...reply, canned, actions, overridden: [...overridden], ...more })
    if (done !== null) change((before) => afterSending(before, text, inserted))
    return done !== null
  }

  /**
   * Hands the reply over once the send check lets it. In the moment in which the check does not know yet what it goes by,
   * the text is taken out of the field as it is, and comes back in front of what was typed since when it is asked about.
   * @returns whether it has left
   */
  async function handChecked(ask: Ask): Promise<boolean> {
    if (!sendable || (attachment !== null && going.current === attachment)) return false
    going.current = attachment
    const before = ahead.current
    const handing = check.ready ? handNow(ask, before) : handSoon(ask, before)
    const settled = handing.then(Boolean, () => false)
    ahead.current = settled
    const left = await handing
    if (ahead.current === settled) ahead.current = null
    if (!left) going.current = null
    return left
  }

  async function handNow(ask: Ask, before: typeof ahead.current): Promise<boolean> {
    const overridden = check.pass(draft.text)
    const more = overridden === null ? null : await ask()
    if (overridden === null || more === null) return false
    return draft.spend((text, revision) => hand(text, revision, { overridden, ...more }, before))
  }

  async function handSoon(ask: Ask, before: typeof ahead.current): Promise<boolean> {
    const held: { text: string; keys: readonly string[] }[] = []
    const left = await draft.spend(async (text, revision) => {
      // A core that cannot be asked takes no reply either, and that says why.
      const verdict = await check.look(text).catch(() => ({ passes: true, overridden: [] }) as const)
      if (!verdict.passes) {
        held.push({ text, keys: verdict.keys })
        return false
      }
      const more = await ask()
      return more !== null && hand(text, revision, { overridden: verdict.overridden, ...more }, before)
    }, true)
    // The text is back in the field now: what is said about an empty one is forgotten.
    for (const { text, keys } of held) check.hold(text, keys)
    return left
  }

  /** The send key pressed once more: what is still held in this conversation need not wait. */
  async function sendHeld(): Promise<void> {
    if (!isBlank(draft.text) || attached.adding !== null) return
    const held = store
      .peek('outbox.list', { open: true })
      .rows.filter((row) => row.conversation === head.id && row.state === 'held' && row.scheduledAt === null)
    for (const row of held) await run('outbox.sendNow', { outboxId: row.id })
  }

  /** Where the cursor is when something opens is where it comes back to. */
  function focus(): void {
    if (document.activeElement !== field.current) field.current?.focus()
  }

  return {
    sendable,
    async send() {
      focus()
      if (sendable) await handChecked(() => ({}))
      else await sendHeld()
    },
    async sendAndResolve() {
      focus()
      const left = await handChecked(async () => {
        // Filled in before the reply leaves: else it would wait for a conversation that stays open.
        const complete = head.status === 'resolved' || completeFirst([head.id])
        return complete === true || (await complete) ? { resolves: true } : null
      })
      if (!left) return
      // The key would be about the chosen ones, which have nothing to do with this reply.
      if (head.status === 'open' && selection.chosen.size === 0) runAction('conversation.resolve')
      else if (await run('inbox.resolve', { conversations: [head.id] }))
        tell(t('Resolved {name}', { name: plainText(head.name) }))
    },
    async sendLater() {
      focus()
      await handChecked(async () => {
        const sendAt = await askTime({ title: t('Send later'), at: null })
        return sendAt === null ? null : { sendAt }
      })
    },
    async sendAndSnooze() {
      focus()
      const answers: { readonly until: number | null }[] = []
      const left = await handChecked(async () => {
        const answer = await askSnooze(t('Send, and snooze until'))
        if (answer !== null) answers.push(answer)
        return answer === null ? null : {}
      })
      const [answer] = answers
      if (!left || answer === undefined) return
      // On to the next one before this one leaves the list: there is no next of what is not there any more.
      runAction('conversation.next')
      const { until } = answer
      if (!(await run('inbox.snooze', { conversations: [head.id], until }))) return
      tell(
        until === null
          ? t('Sent, and snoozed until they reply')
          : t('Sent, and snoozed until {time}', { time: formatAhead(until, Date.now()) })
      )
    }
  }
}
