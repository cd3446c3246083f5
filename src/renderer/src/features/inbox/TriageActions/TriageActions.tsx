import { t } from '../../../i18n/t.ts'
import { useState } from 'react'
import { useCommand } from '../../../core/use-command.ts'
import { useAction } from '../../../keyboard/KeyboardProvider.tsx'
import { FollowUpDialog } from '../../follow-ups/FollowUpDialog/FollowUpDialog.tsx'
import { useOpenPromise } from '../../follow-ups/use-open-promise.ts'
import { AssigneePicker } from '../../team/AssigneePicker/AssigneePicker.tsx'
import { useTeam } from '../../team/use-team.ts'
import { useScreeningActions } from '../../screening/use-screening-actions.ts'
import { TagPicker } from '../../tags/TagPicker/TagPicker.tsx'
import { SnoozeDialog } from '../SnoozeDialog/SnoozeDialog.tsx'
import { useSuggestion } from '../use-suggestion.ts'
import type { ListPlace } from '../use-leaving.ts'
import { useResolveAction } from '../use-resolve-action.ts'
import { useSelection } from '../use-selection.ts'
import { useTriage } from '../use-triage.ts'
import { CategoryPicker } from './CategoryPicker.tsx'
import { PriorityPicker } from './PriorityPicker.tsx'

interface Asked {
  readonly question: 'snooze' | 'assign' | 'tag' | 'priority' | 'category' | 'follow-up'
  readonly conversations: string[]
}

/** What is decided about conversations, the chosen or the open one: its keys, and the pickers that they open. */
export function TriageActions({ place }: { readonly place: ListPlace }) {
  const run = useCommand()
  const triage = useTriage(place)
  const { selection } = useSelection()
  const team = useTeam()
  const [asked, setAsked] = useState<Asked | null>(null)
  const any = place.selected !== null || selection.chosen.size > 0
  const close = (): void => setAsked(null)
  const targets = (): string[] => [...triage.targets()]
  const ask = (question: Asked['question']): void => setAsked({ question, conversations: targets() })

  function assign(conversations: string[], member: string | null): void {
    const name = member === null ? null : (team.get(member)?.name ?? '')
    const words = (what: string): string =>
      name === null ? t('Nobody has {what} now', { what }) : t('Assigned {what} to {name}', { what, name })
    void triage.change(conversations, () => run('inbox.assign', { conversations, member }), words)
  }

  useAction('conversation.snooze', () => ask('snooze'), any)
  useAction('conversation.assign', () => ask('assign'), any)
  useAction('conversation.tag', () => ask('tag'), any)
  useAction('conversation.priority', () => ask('priority'), any)
  useAction('conversation.category', () => ask('category'), any)
  // A promise is given to one customer.
  useAction(
    'conversation.followUp',
    () => place.selected !== null && setAsked({ question: 'follow-up', conversations: [place.selected] }),
    place.selected !== null
  )
  useAction(
    'conversation.assignToMe',
    () => {
      const me = [...team.values()].find((member) => member.me)
      if (me) assign(targets(), me.id)
    },
    any
  )
  useResolveAction(place)
  useScreeningActions(place)
  useOpenPromise(place.selected)
  useSuggestion(place.selected)

  if (asked === null) return null
  const { conversations } = asked
  const known = triage.known(conversations)
  switch (asked.question) {
    case 'snooze':
      return (
        <SnoozeDialog
          onClose={close}
          onChoose={(until, words) => {
            close()
            void triage.leave(conversations, () => run('inbox.snooze', { conversations, until }), words)
          }}
        />
      )
    case 'follow-up':
      return <FollowUpDialog conversation={conversations[0] ?? ''} change={null} onClose={close} />
    case 'assign':
      return (
        <AssigneePicker
          assigned={known.map((row) => row.assignee)}
          onClose={close}
          onPick={(member) => {
            close()
            assign(conversations, member)
          }}
        />
      )
    case 'tag':
      return (
        <TagPicker
          conversations={conversations}
          known={triage.known}
          onClose={close}
          onTag={(change, words) =>
            void triage.change(conversations, () => run('inbox.tag', { conversations, ...change }), words)
          }
        />
      )
    case 'priority':
      return (
        <PriorityPicker
          now={known.map((row) => row.priority)}
          onClose={close}
          onPick={(priority, words) => {
            close()
            void triage.change(conversations, () => run('inbox.setPriority', { conversations, priority }), words)
          }}
        />
      )
    case 'category':
      return (
        <CategoryPicker
          now={known.map((row) => row.category)}
          onClose={close}
          onPick={(category, words) => {
            close()
            void triage.change(conversations, () => run('inbox.setCategory', { conversations, category }), words)
          }}
        />
      )
  }
}
