import { AppError } from '../../../shared/contract/errors.ts'
import { parseHandle } from '../../../shared/domain/handle.ts'
import { onlyAccount } from '../accounts/account-store.ts'
import { problemError } from '../accounts/problem-error.ts'
import type { CommandDefinition } from '../commands/command-definition.ts'
import { keepUndo } from '../commands/undo.ts'
import type { Database, WriteDb } from '../db/database.ts'
import type { Clock } from '../deps.ts'
import { utcDay } from '../sync/cost-meter.ts'
import { takeBudget } from '../sync/rate-budget.ts'
import { noteAnswer, noteUserCharges } from '../sync/store-answer.ts'
import { askTimeWhenUnsure } from '../sync/sure-clock.ts'
import type { XClient } from '../x/client.ts'
import type { XProblem } from '../x/problem.ts'
import { addCustomerNote, changeCustomerNote, type CustomerNoteBefore } from './customer-notes.ts'
import { mergeCustomers, splitCustomer } from './links.ts'
import { personName } from './people.ts'
import * as sql from './sql.ts'
import { storeUsers } from './store-users.ts'

/** Name in the rate budget. */
const ENDPOINT = 'user-by-username'

const TOO_MANY = 'X allows no more look-ups for the moment. People who are known here can still be picked.'

/** @param clientOf the client of an account; null when it is not connected. */
export function customerCommands(parts: {
  db: Database
  clock: Clock
  clientOf: (accountId: string) => XClient | null
}): {
  'customers.lookUp': CommandDefinition<'customers.lookUp'>
  'customers.merge': CommandDefinition<'customers.merge'>
  'customers.split': CommandDefinition<'customers.split'>
  'customers.addNote': CommandDefinition<'customers.addNote'>
  'customers.editNote': CommandDefinition<'customers.editNote'>
  'customers.deleteNote': CommandDefinition<'customers.deleteNote'>
} {
  const { db, clock, clientOf } = parts
  const keepNote = (tx: WriteDb, label: string, before: CustomerNoteBefore): void => {
    keepUndo(tx, label, { customerNote: before }, clock.now())
  }
  return {
    'customers.merge': {
      kind: 'transaction',
      run(tx, { user, other }) {
        const links = mergeCustomers(tx, user, other, clock.now())
        keepUndo(tx, `Merged ${personName(tx, user)} and ${personName(tx, other)}`, { links }, clock.now())
        return null
      }
    },
    'customers.split': {
      kind: 'transaction',
      run(tx, { user }) {
        const links = splitCustomer(tx, user)
        keepUndo(tx, `Split off ${personName(tx, user)}`, { links }, clock.now())
        return null
      }
    },
    'customers.addNote': {
      kind: 'transaction',
      run(tx, { user, text }) {
        if (!tx.get(sql.PROFILE, user)) throw new AppError('not-found', 'This customer is not here any more.')
        const before = addCustomerNote(tx, user, text, clock.now())
        keepNote(tx, 'Added a note', before)
        return { note: before.note }
      }
    },
    'customers.editNote': {
      kind: 'transaction',
      run(tx, { note, text }) {
        keepNote(tx, 'Changed a note', changeCustomerNote(tx, note, text, clock.now()))
        return null
      }
    },
    'customers.deleteNote': {
      kind: 'transaction',
      run(tx, { note }) {
        keepNote(tx, 'Deleted a note', changeCustomerNote(tx, note, null, clock.now()))
        return null
      }
    },
    'customers.lookUp': {
      kind: 'task',
      async run({ account, handle: typed }) {
        const accountId = account ?? onlyAccount(db)
        const handle = parseHandle(typed)
        if (handle === null) {
          throw new AppError(
            'invalid-input',
            'A handle has up to 15 letters, digits and underscores, like @anas_silva.'
          )
        }
        const own = db.get<{ username: string }>('SELECT username FROM account WHERE id = ?', accountId)
        if (own?.username.toLowerCase() === handle.toLowerCase()) {
          throw new AppError('invalid-input', '@{username} is the account that writes. It cannot write to itself.', {
            username: own.username
          })
        }
        const known = db.get<{ id: string }>(sql.BY_HANDLE_TODAY, handle, utcDay(clock.now()))
        if (known) return { user: known.id, costUsd: 0 }
        const client = clientOf(accountId)
        if (!client) {
          throw new AppError(
            'not-allowed',
            'This account is not connected to X, so nobody can be looked up. People who are known here can be picked.'
          )
        }
        const unsure = await askTimeWhenUnsure({ db, clock, client, id: accountId }, ENDPOINT)
        if (unsure !== null) throw lookUpError(handle, unsure)
        if (db.writeDurably((tx) => takeBudget(tx, accountId, ENDPOINT, clock.now())) > 0) {
          throw new AppError('rate-limited', TOO_MANY)
        }
        const result = await client.userByUsername(handle)
        const now = clock.now()
        if (!result.ok) {
          db.write((tx) => noteAnswer(tx, accountId, ENDPOINT, result, now))
          throw lookUpError(handle, result.problem)
        }
        const costUsd = db.write((tx) => {
          noteAnswer(tx, accountId, ENDPOINT, result, now)
          storeUsers(tx, accountId, [result.value], now)
          const cost = noteUserCharges(tx, accountId, result.charges, now)
          tx.touch('sync')
          return cost
        })
        return { user: result.value.id, costUsd }
      }
    }
  }
}

/** One clear sentence about a handle that was not found. */
function lookUpError(handle: string, problem: XProblem): AppError {
  switch (problem.kind) {
    case 'not-found':
    case 'forbidden': {
      if (/suspended/i.test(problem.detail)) {
        return new AppError('not-found', '@{handle} is suspended at X and cannot be written to.', { handle })
      }
      if (problem.kind === 'not-found') {
        return new AppError('not-found', 'X knows nobody called @{handle}. Check the spelling.', { handle })
      }
      return problemError(problem)
    }
    case 'rate-limited':
      return new AppError('rate-limited', TOO_MANY)
    case 'network':
    case 'timeout':
    case 'cancelled':
      return new AppError(
        'offline',
        'X cannot be reached, so nobody can be looked up now. People who are known here can be picked.'
      )
    case 'server':
    case 'malformed':
      return new AppError('offline', 'X is not answering properly. Try again in a moment.')
    case 'out-of-credits':
    case 'usage-capped':
      return new AppError('out-of-credits', '{detail} People who are known here can be picked.', {
        detail: problem.detail
      })
    default:
      return problemError(problem)
  }
}
