import { AppError } from '../../../shared/contract/errors.ts'
import type { CommandDefinition } from '../commands/command-definition.ts'
import { learnCategories } from '../categories/learn.ts'
import type { Clock, SettingsStore } from '../deps.ts'
import { seeMentions } from '../notes/mentions.ts'
import type { Team } from '../team/team.ts'
import { changeStates, changeTags, declined, letIn, resolved, snoozed } from './change-states.ts'
import { checkComplete } from './required.ts'

/** A snooze longer than this is a slip of the keyboard. */
const LONGEST_SNOOZE_MS = 366 * 24 * 3_600_000

type InboxCommand =
  | 'inbox.resolve'
  | 'inbox.reopen'
  | 'inbox.snooze'
  | 'inbox.assign'
  | 'inbox.setPriority'
  | 'inbox.setCategory'
  | 'inbox.tag'
  | 'inbox.place'
  | 'inbox.decline'
  | 'inbox.markRead'
  | 'inbox.markUnread'

/** What the team decides about conversations: one or ten thousand, in one transaction, with one undo. */
export function inboxCommands({
  clock,
  team,
  settings
}: {
  readonly clock: Clock
  readonly team: Team
  readonly settings: Pick<SettingsStore, 'all'>
}): {
  [N in InboxCommand]: CommandDefinition<N>
} {
  return {
    'inbox.resolve': {
      kind: 'transaction',
      run(db, { conversations }) {
        checkComplete(db, settings, conversations)
        return changeStates(db, conversations, clock.now(), 'Resolved', resolved(clock.now()))
      }
    },
    'inbox.reopen': {
      kind: 'transaction',
      run: (db, { conversations }) =>
        changeStates(db, conversations, clock.now(), 'Reopened', (state) => ({
          ...state,
          status: 'open',
          statusAt: clock.now(),
          snoozedUntil: null,
          settledTo: 0
        }))
    },
    'inbox.snooze': {
      kind: 'transaction',
      run(db, { conversations, until }) {
        checkSnooze(until, clock.now())
        return changeStates(db, conversations, clock.now(), 'Snoozed', snoozed(until, clock.now()))
      }
    },
    'inbox.assign': {
      kind: 'transaction',
      run(db, { conversations, member }) {
        const name = member === null ? null : team.find(member).name
        const label = name === null ? 'Unassigned' : `Assigned to ${name}`
        return changeStates(db, conversations, clock.now(), label, (state) => ({ ...state, assignee: member }))
      }
    },
    'inbox.setPriority': {
      kind: 'transaction',
      run: (db, { conversations, priority }) =>
        changeStates(db, conversations, clock.now(), 'Priority changed', (state) => ({ ...state, priority }))
    },
    'inbox.setCategory': {
      kind: 'transaction',
      run(db, { conversations, category }) {
        const done = changeStates(db, conversations, clock.now(), 'Category changed', (state) => ({
          ...state,
          category
        }))
        learnCategories(
          db,
          conversations.map((conversation) => ({ conversation, category })),
          clock.now()
        )
        return done
      }
    },
    'inbox.tag': {
      kind: 'transaction',
      run: (db, { conversations, add, remove }) => changeTags(db, conversations, { add, remove }, clock.now())
    },
    'inbox.place': {
      kind: 'transaction',
      run: (db, { conversations, place }) =>
        changeStates(
          db,
          conversations,
          clock.now(),
          placeLabels[place],
          place === 'inbox' ? letIn(clock.now()) : (state) => ({ ...state, place, placeBy: 'agent' })
        )
    },
    'inbox.decline': {
      kind: 'transaction',
      run: (db, { conversations }) => changeStates(db, conversations, clock.now(), 'Declined', declined(clock.now()))
    },
    'inbox.markRead': {
      kind: 'transaction',
      // Reading happens by itself when a conversation is opened: an undo for it would bury the one that matters.
      run(db, { conversations }) {
        seeMentions(db, team.me(), conversations, clock.now())
        return changeStates(db, conversations, clock.now(), null, (state, lastAt) => ({
          ...state,
          readToAt: Math.max(state.readToAt, lastAt),
          markedUnread: 0
        }))
      }
    },
    'inbox.markUnread': {
      kind: 'transaction',
      run: (db, { conversations }) =>
        changeStates(db, conversations, clock.now(), 'Marked unread', (state) => ({ ...state, markedUnread: 1 }))
    }
  }
}

const placeLabels = { inbox: 'Accepted', requests: 'Moved to requests', spam: 'Marked as spam' } as const

function checkSnooze(until: number | null, now: number): void {
  if (until === null) return
  if (until <= now) throw new AppError('invalid-input', 'This moment has passed. Choose one that is still to come.')
  if (until > now + LONGEST_SNOOZE_MS) {
    throw new AppError('invalid-input', 'A conversation can be snoozed for a year at most. Choose an earlier moment.')
  }
}
