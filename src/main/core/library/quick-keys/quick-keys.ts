import type { QuickKeyRow, QuickKeyState, QuickReplyRow } from '../../../../shared/contract/library-rows.ts'
import { AppError } from '../../../../shared/contract/errors.ts'
import type { CommandDefinition } from '../../commands/command-definition.ts'
import { keepUndo } from '../../commands/undo.ts'
import type { ReadDb } from '../../db/database.ts'
import type { Clock } from '../../deps.ts'
import type { QueryDefinition } from '../../live/query-definition.ts'
import type { LanguageSource } from '../../send-check/language-source.ts'
import type { Team } from '../../team/team.ts'
import { readConversationFacts } from '../conversation-facts.ts'
import type { EffectDates } from '../effect-dates.ts'
import { type Inserting, mayInsert } from '../may-insert.ts'
import { findRecord, isVisible } from '../reply-record.ts'
import { shownContent } from '../rows.ts'
import { contentOf } from '../save-reply.ts'
import type { Shelf, ShelvedReply } from '../shelf.ts'
import { toChoice } from '../to-choice.ts'
import { quickKeyLabels } from '../undo-labels.ts'
import { keysOf, slotsFor, writeSlots } from './key-slots.ts'

interface KeyParts {
  readonly db: ReadDb
  readonly clock: Pick<Clock, 'now'>
  readonly team: Pick<Team, 'me' | 'groupsOf'>
  readonly shelf: Shelf
  readonly dates: Pick<EffectDates, 'watch'>
  readonly languages: LanguageSource
}

export function quickKeyQueries(parts: KeyParts): {
  'library.quickKeys': QueryDefinition<'library.quickKeys'>
  'library.quickReplies': QueryDefinition<'library.quickReplies'>
} {
  const { db, languages } = parts
  return {
    'library.quickKeys': {
      topics: () => ['quick-keys', 'library', 'library-dates', 'team', 'settings'],
      rows: () => given(parts).map(({ key, id, reply, state }) => toRow(key, id, reply, state))
    },
    'library.quickReplies': {
      topics: ({ conversation }) => [
        'quick-keys',
        'library',
        'library-dates',
        'team',
        'settings',
        `thread:${conversation}`
      ],
      rows({ conversation }) {
        const ready = given(parts).filter(({ state }) => state === 'ready')
        const choose = (): QuickReplyRow[] => {
          const { language } = readConversationFacts(db, conversation, languages.detect)
          return ready.flatMap(({ key, reply }): QuickReplyRow[] => {
            const choice = reply === undefined ? null : toChoice(reply, language, [])
            return choice === null ? [] : [{ ...choice, key }]
          })
        }
        const translated = ready.some(({ reply }) => (reply?.approvedVersion?.content.variants.length ?? 0) > 0)
        if (ready.length === 0) return []
        return languages.detect !== null || !translated ? choose() : languages.load().then(choose)
      }
    }
  }
}

export function quickKeyCommand({ clock, team }: Pick<KeyParts, 'clock' | 'team'>): {
  'library.setQuickKey': CommandDefinition<'library.setQuickKey'>
} {
  return {
    'library.setQuickKey': {
      kind: 'transaction',
      run(db, { reply, key }) {
        const me = team.me()
        const record = findRecord(db, reply, me)
        if (key !== null && record.kind === 'fragment') {
          throw new AppError('not-allowed', 'A fragment is only ever part of a reply. Give the key to a reply.')
        }
        const keys = keysOf(db, me)
        const slots = slotsFor(keys, reply, key)
        if (slots.length === 0) return { changed: false, lost: null }
        writeSlots(db, me, slots, clock.now())
        const { title } = contentOf(db, record.newest)
        const label = key === null ? quickKeyLabels.taken(title) : quickKeyLabels.given(title, key)
        keepUndo(db, label, { quickKeys: { member: me, slots } }, clock.now())
        return { changed: true, lost: slots.find(({ after, before }) => after === reply && before)?.before ?? null }
      }
    }
  }
}

interface Given {
  readonly key: QuickKeyRow['key']
  /** Id of the reply. */
  readonly id: string
  /** Undefined when it was deleted. */
  readonly reply: ShelvedReply | undefined
  readonly state: QuickKeyState
}

function given({ db, clock, team, shelf, dates }: KeyParts): Given[] {
  const me = team.me()
  const keys = keysOf(db, me)
  if (keys.size === 0) return []
  const shelved = shelf.now()
  dates.watch(shelved)
  const person = { me, groups: team.groupsOf(me), now: clock.now() }
  return [...keys].map(([key, id]) => {
    const reply = shelved.replies.get(id)
    return { key, id, reply, state: stateOf(reply, person) }
  })
}

/** Why a key inserts nothing, the reason that holds longest first. */
function stateOf(reply: ShelvedReply | undefined, person: Inserting): QuickKeyState {
  if (reply === undefined) return 'deleted'
  if (!isVisible(reply, person.me)) return 'not-shared'
  if (reply.kind === 'fragment') return 'fragment'
  if (reply.retiredAt !== null) return 'retired'
  if (reply.approvedVersion === null) return 'not-approved'
  const { effectiveFrom, expiresAt } = reply.approvedVersion.content
  if (expiresAt !== null && expiresAt <= person.now) return 'expired'
  if (effectiveFrom !== null && effectiveFrom > person.now) return 'not-yet'
  return mayInsert(reply, person) ? 'ready' : 'not-shared'
}

function toRow(
  key: QuickKeyRow['key'],
  id: string,
  reply: ShelvedReply | undefined,
  state: QuickKeyState
): QuickKeyRow {
  // What is not shared any more may be private by now: its title is nobody's business.
  const title = reply === undefined || state === 'not-shared' ? null : shownContent(reply).title
  return { id: String(key), key, reply: id, title, state }
}
