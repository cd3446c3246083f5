import { v7 as uuidv7 } from 'uuid'
import { AppError } from '../../../shared/contract/errors.ts'
import { splitConversationKey } from '../../../shared/domain/ids.ts'
import { rulesProblem, type ScreeningRules, tidyRules } from '../../../shared/domain/screening.ts'
import type { CommandDefinition } from '../commands/command-definition.ts'
import { keepUndo } from '../commands/undo.ts'
import type { Database, ReadDb, WriteDb } from '../db/database.ts'
import type { Clock } from '../deps.ts'
import { applyStates, letIn } from '../inbox/change-states.ts'
import { addPeople, type ListedPerson, readHandles } from './people.ts'
import { currentRules, putRules } from './rules.ts'
import { screenPeople } from './screen.ts'
import * as sql from './sql.ts'
import { previewRules } from './sweep.ts'

/** Above this the conversations of people on a list follow in the background. */
const AT_ONCE = 100

export function screeningCommands({ db, clock }: { readonly db: Database; readonly clock: Clock }): {
  'screening.setRules': CommandDefinition<'screening.setRules'>
  'screening.preview': CommandDefinition<'screening.preview'>
  'screening.addPeople': CommandDefinition<'screening.addPeople'>
  'screening.removePeople': CommandDefinition<'screening.removePeople'>
  'screening.accept': CommandDefinition<'screening.accept'>
} {
  return {
    'screening.setRules': {
      kind: 'transaction',
      run(tx, given) {
        checkRules(tx, given)
        const { id: before } = currentRules(tx)
        putRules(tx, tidyRules(given), clock.now())
        keepUndo(tx, 'Changed who reaches you', { screening: { rules: before, batch: null }, states: [] }, clock.now())
        return null
      }
    },
    'screening.preview': {
      kind: 'task',
      async run(given) {
        checkRules(db, given)
        return previewRules(db, tidyRules(given))
      }
    },
    'screening.addPeople': {
      kind: 'transaction',
      run(tx, { list, handles, customers }) {
        const people = customers ? customersOf(tx, list) : readHandles(tx, handles)
        const batch = uuidv7()
        const added = addPeople(tx, list, people, batch, clock.now())
        if (added === 0) return { added }
        const { id } = currentRules(tx)
        const label = added === 1 ? 'Put somebody on a list' : `Put ${added} people on a list`
        keepUndo(tx, label, { screening: { rules: id, batch }, states: [] }, clock.now())
        peopleChanged(
          tx,
          people.flatMap(({ user }) => user ?? []),
          clock.now()
        )
        return { added }
      }
    },
    'screening.removePeople': {
      kind: 'transaction',
      run(tx, { people }) {
        const batch = uuidv7()
        const users: string[] = []
        for (const person of people) {
          const found = tx.get<{ user_id: string | null }>(sql.FIND_PERSON, person)
          if (!found) throw new AppError('not-found', 'This person is not on the list any more.')
          tx.run(sql.REMOVE_PERSON, batch, clock.now(), person)
          if (found.user_id !== null) users.push(found.user_id)
        }
        checkRules(tx, currentRules(tx).rules)
        tx.touch('screening')
        const { id } = currentRules(tx)
        const label = people.length === 1 ? 'Took somebody off a list' : `Took ${people.length} people off a list`
        keepUndo(tx, label, { screening: { rules: id, batch }, states: [] }, clock.now())
        peopleChanged(tx, users, clock.now())
        return null
      }
    },
    'screening.accept': {
      kind: 'transaction',
      run(tx, { conversations, remember }) {
        const now = clock.now()
        const states = applyStates(tx, conversations, now, letIn(now))
        const batch = uuidv7()
        const people = remember ? peopleOf(tx, conversations) : []
        const added = addPeople(tx, 'allowed', people, batch, now)
        if (states.length === 0 && added === 0) return { changed: 0 }
        const screening = { rules: currentRules(tx).id, batch: added > 0 ? batch : null }
        keepUndo(tx, added > 0 ? 'Accepted for good' : 'Accepted', { screening, states }, now)
        peopleChanged(
          tx,
          people.flatMap(({ user }) => user ?? []),
          now
        )
        return { changed: states.length }
      }
    }
  }
}

function checkRules(db: ReadDb, rules: ScreeningRules): void {
  const allowed = db.get<{ allowed: number }>(sql.COUNT_PEOPLE)?.allowed ?? 0
  const problem = rulesProblem(rules, allowed)
  if (problem !== null) throw new AppError('invalid-input', problem)
}

/** Everybody we have answered, but for those on the other list: a list that was made by hand counts more. */
function customersOf(db: ReadDb, list: string): ListedPerson[] {
  return db
    .all<{ id: string }>(sql.CUSTOMERS)
    .filter(({ id }) => (db.get<{ list: string }>(sql.PERSON_BY_USER, id)?.list ?? list) === list)
    .map(({ id }) => ({ user: id, handle: null }))
}

/** The customers of these conversations; a group is let in as it is, and its members are not put on the list. */
function peopleOf(db: ReadDb, conversations: readonly string[]): ListedPerson[] {
  return conversations.flatMap((conversation) => {
    const { accountId, conversationId } = splitConversationKey(conversation)
    const row = db.get<{ peer_id: string | null }>(
      'SELECT peer_id FROM conversation WHERE account_id = ? AND id = ? AND is_group = 0',
      accountId,
      conversationId
    )
    return row === undefined || row.peer_id === null ? [] : [{ user: row.peer_id, handle: null }]
  })
}

/** Their other conversations follow: at once, or in the background when there are many. */
function peopleChanged(db: WriteDb, users: readonly string[], now: number): void {
  if (users.length <= AT_ONCE) screenPeople(db, users, now)
  else putRules(db, currentRules(db).rules, now)
}
