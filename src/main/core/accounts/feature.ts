import { v7 as uuidv7 } from 'uuid'
import { AppError } from '../../../shared/contract/errors.ts'
import type { AccountRow } from '../../../shared/contract/rows.ts'
import { avatarPath } from '../customers/people.ts'
import type { CommandDefinition } from '../commands/command-definition.ts'
import type { Database } from '../db/database.ts'
import type { CoreDeps } from '../deps.ts'
import type { PracticeLibrary } from '../library/starter/practice-library.ts'
import type { QueryDefinition } from '../live/query-definition.ts'
import { checkedBase } from '../x/addresses.ts'
import { deleteTokens, loadTokens } from '../x/token-store.ts'
import { addAccount, type NewAccount } from './add-account.ts'
import { appBearerName, checkedAppBearer } from './app-bearer.ts'
import type { Runtimes } from './runtimes.ts'
import type { SignIn } from './sign-in.ts'
import type { Leaving, SignOuts } from './sign-outs.ts'
import { type AccountRecord, connectedAccounts, deleteAccount, listedAccounts } from './account-store.ts'

export function accountQueries(
  db: Database,
  signIn: SignIn
): {
  'accounts.list': QueryDefinition<'accounts.list'>
  'accounts.sign-in': QueryDefinition<'accounts.sign-in'>
} {
  return {
    'accounts.list': { topics: () => ['accounts', 'customers'], rows: () => listAccounts(db) },
    'accounts.sign-in': { topics: () => ['sign-in'], rows: () => signIn.rows() }
  }
}

function listAccounts(db: Database): AccountRow[] {
  return listedAccounts(db).map((row) => ({
    id: row.id,
    username: row.username,
    name: row.name,
    avatar: avatarPath(row.id, row.id, row.avatar_url),
    practice: row.practice === 1,
    archiveOnly: row.api_base === null
  }))
}

export function accountCommands(parts: {
  deps: CoreDeps
  db: Database
  runtimes: Runtimes
  signIn: SignIn
  signOuts: SignOuts
  practiceLibrary: PracticeLibrary
  forgetMedia: (accountId: string) => Promise<void>
}): {
  'accounts.add': CommandDefinition<'accounts.add'>
  'accounts.beginSignIn': CommandDefinition<'accounts.beginSignIn'>
  'accounts.signInAgain': CommandDefinition<'accounts.signInAgain'>
  'accounts.setAppBearer': CommandDefinition<'accounts.setAppBearer'>
  'accounts.finishSignIn': CommandDefinition<'accounts.finishSignIn'>
  'accounts.cancelSignIn': CommandDefinition<'accounts.cancelSignIn'>
  'accounts.remove': CommandDefinition<'accounts.remove'>
} {
  const { deps, db, runtimes, signIn, signOuts, practiceLibrary, forgetMedia } = parts
  return {
    'accounts.add': {
      kind: 'task',
      run(input) {
        const tokens = {
          accessToken: input.accessToken,
          refreshToken: input.refreshToken,
          expiresAt: null,
          scope: ''
        }
        const { clientId, practice } = input
        const appBearer = input.appBearer === null ? null : checkedAppBearer(input.appBearer)
        const api = checkedBase(input.api)
        const account: NewAccount = { api, auth: checkedBase(input.auth), clientId, practice, appBearer, tokens }
        return addAccount({ deps, db, runtimes, practiceLibrary, forgetMedia }, account)
      }
    },
    'accounts.beginSignIn': {
      kind: 'task',
      run: async ({ api, auth, clientId, appBearer }) =>
        signIn.begin({
          api: checkedBase(api),
          auth: checkedBase(auth),
          clientId: clientId.trim(),
          appBearer: appBearer === null ? null : checkedAppBearer(appBearer),
          expected: null
        })
    },
    'accounts.signInAgain': {
      kind: 'task',
      async run({ account }) {
        const { apiBase: api, authBase: auth, clientId, id, practice } = connected(db, account)
        if (practice) throw new AppError('not-allowed', 'The practice account signs in by itself.')
        return signIn.begin({ api, auth, clientId, appBearer: null, expected: { id, username: usernameOf(db, id) } })
      }
    },
    'accounts.setAppBearer': {
      kind: 'task',
      async run({ account, appBearer }) {
        const record = connected(db, account)
        const before = await deps.secrets.get(appBearerName(account))
        if (appBearer === null) {
          await deps.secrets.delete(appBearerName(account))
          await runtimes.renewLive(account)
          // What X still sends into the app's stream would be paid for, and nobody listens.
          if (before !== null) {
            const id = uuidv7()
            await signOuts.keep(id, { ...leaving(record), tokens: null, appBearer: before })
            db.write((tx) => signOuts.note(tx, id))
            await signOuts.tell()
          }
        } else {
          await deps.secrets.set(appBearerName(account), checkedAppBearer(appBearer))
          await runtimes.renewLive(account)
        }
        return null
      }
    },
    'accounts.finishSignIn': {
      kind: 'task',
      async run({ pastedUrl }) {
        await signIn.finish(pastedUrl)
        return null
      }
    },
    'accounts.cancelSignIn': {
      kind: 'task',
      run() {
        signIn.cancel()
        return Promise.resolve(null)
      }
    },
    'accounts.remove': {
      kind: 'task',
      async run({ account }) {
        const record = connectedAccounts(db).find((each) => each.id === account)
        if (!listAccounts(db).some((each) => each.id === account)) {
          throw new AppError('not-found', 'There is no X account {account} here.', { account })
        }
        await runtimes.disconnect(account)
        await forgetMedia(account)
        const tokens = await loadTokens(deps.secrets, account)
        const appBearer = await deps.secrets.get(appBearerName(account))
        const id = uuidv7()
        // X may be out of reach: what it has to be told is kept before the account is gone, and told later if need be.
        if (record && tokens) await signOuts.keep(id, { ...leaving(record), tokens, appBearer })
        db.write((tx) => {
          deleteAccount(tx, account, deps.clock.now())
          if (record && tokens) signOuts.note(tx, id)
        })
        await deleteTokens(deps.secrets, account)
        await deps.secrets.delete(appBearerName(account))
        await signOuts.tell()
        return null
      }
    }
  }
}

function leaving({ id, apiBase, clientId }: AccountRecord): Pick<Leaving, 'accountId' | 'apiBase' | 'clientId'> {
  return { accountId: id, apiBase, clientId }
}

function usernameOf(db: Database, account: string): string {
  return listedAccounts(db).find((each) => each.id === account)?.username ?? ''
}

/** @throws {AppError} not-found */
function connected(db: Database, account: string): AccountRecord {
  const record = connectedAccounts(db).find((each) => each.id === account)
  if (!record) throw new AppError('not-found', 'There is no connected X account {account} here.', { account })
  return record
}
