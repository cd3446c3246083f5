import { t } from '../../i18n/t.ts'
import type { Place } from '../../../../shared/domain/conversation.ts'
import { peerOf, splitConversationKey } from '../../../../shared/domain/ids.ts'
import { useCommand } from '../../core/use-command.ts'
import { useAction } from '../../keyboard/KeyboardProvider.tsx'
import type { ListPlace } from '../inbox/use-leaving.ts'
import { useSelection } from '../inbox/use-selection.ts'
import { useTriage } from '../inbox/use-triage.ts'

/** Letting in, declining, blocking, spam, of the chosen conversations or of the open one: one key each. */
export function useScreeningActions(place: ListPlace): void {
  const run = useCommand()
  const triage = useTriage(place)
  const { selection } = useSelection()
  const several = selection.chosen.size > 1
  const any = place.selected !== null || selection.chosen.size > 0

  /** What the key is about, when one of it is in one of these places. */
  function targetsIn(...places: readonly Place[]): string[] {
    const conversations = [...triage.targets()]
    return triage.known(conversations).some((row) => places.includes(row.place)) ? conversations : []
  }

  function accept(remember: boolean): void {
    const conversations = targetsIn('requests', 'spam')
    if (conversations.length === 0) return
    void triage.leave(
      conversations,
      () => run('screening.accept', { conversations, remember }),
      (what) => (remember ? t('{what} always gets in from now on', { what }) : t('Accepted {what}', { what }))
    )
  }

  useAction('request.accept', () => accept(false), any)
  useAction('request.remember', () => accept(true), any)
  useAction(
    'request.decline',
    () => {
      const conversations = targetsIn('requests')
      if (conversations.length === 0) return
      void triage.leave(
        conversations,
        () => run('inbox.decline', { conversations }),
        (what) => t('Declined {what}', { what })
      )
    },
    any
  )
  // Blocking is about one person, and X is asked for each.
  useAction(
    'request.block',
    () => {
      const [conversation] = targetsIn('requests', 'spam')
      if (conversation === undefined) return
      const { accountId: account, conversationId } = splitConversationKey(conversation)
      const user = peerOf(conversationId, account)
      if (user === null) return
      const block = async (): Promise<{ result: { changed: number } } | null> =>
        (await run('customers.block', { account, user, declines: true })) && { result: { changed: 1 } }
      void triage.leave([conversation], block, (what) => t('Blocked {name}', { name: what }))
    },
    any && !several
  )
  useAction(
    'conversation.spam',
    () => {
      if (targetsIn('spam').length > 0) return accept(false)
      const conversations = [...triage.targets()]
      void triage.leave(
        conversations,
        () => run('inbox.place', { conversations, place: 'spam' }),
        (what) => t('Spam: {what}', { what })
      )
    },
    any
  )
}
