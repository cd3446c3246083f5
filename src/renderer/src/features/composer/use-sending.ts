import type { RefObject } from 'react'
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
  // Without the file that is still being taken in it would be another message.
  const sendable = attached.adding === null && (canSend(draft.text) || (attachment !== null && isBlank(draft.text)))

  /** @returns the rules that are overridden; null when the reply stays here. */
  function pass(): readonly SendCheckRule[] | null {
    return sendable ? check.pass(draft.text) : null
  }

  function hand(
    overridden: readonly SendCheckRule[],
    more: { readonly sendAt?: number; readonly resolves?: boolean } = {}
  ): Promise<boolean> {
    return draft.spend(async (text, revision) => {
      const inserted = stillThere(inserts, text)
      const canned = inserted.map(({ reply, version, from, text: before }) => ({
        reply,
        version,
        from,
        text: before.slice(0, MAX_TEXT_LENGTH)
      }))
      const actions = [...actionsFor(inserts, text)]
      const reply = { conversation: head.id, text: isBlank(text) ? '' : text, attachment, draft: revision }
      const done = await run('thread.reply', { ...reply, canned, actions, overridden: [...overridden], ...more })
      if (done !== null) change((before) => afterSending(before, text, inserted))
      return done !== null
    })
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
      if (!sendable) return sendHeld()
      const overridden = pass()
      if (overridden !== null) await hand(overridden)
    },
    async sendAndResolve() {
      focus()
      const overridden = pass()
      if (overridden === null) return
      // Filled in before the reply leaves: else it would wait for a conversation that stays open.
      const complete = head.status === 'resolved' || completeFirst([head.id])
      if (complete !== true && !(await complete)) return
      if (!(await hand(overridden, { resolves: true }))) return
      // The key would be about the chosen ones, which have nothing to do with this reply.
      if (head.status === 'open' && selection.chosen.size === 0) runAction('conversation.resolve')
      else if (await run('inbox.resolve', { conversations: [head.id] }))
        tell(t('Resolved {name}', { name: plainText(head.name) }))
    },
    async sendLater() {
      focus()
      const overridden = pass()
      if (overridden === null) return
      const sendAt = await askTime({ title: t('Send later'), at: null })
      if (sendAt !== null) await hand(overridden, { sendAt })
    },
    async sendAndSnooze() {
      focus()
      const overridden = pass()
      if (overridden === null) return
      const answer = await askSnooze(t('Send, and snooze until'))
      if (answer === null || !(await hand(overridden))) return
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
