import { AppError } from '../../../shared/contract/errors.ts'
import type { AccountRow } from '../../../shared/contract/rows.ts'
import { avatarPath } from '../customers/people.ts'
import type { CommandDefinition } from '../commands/command-definition.ts'
import type { Database } from '../db/database.ts'
import type { CoreDeps } from '../deps.ts'
import type { QueryDefinition } from '../live/query-definition.ts'
import { checkedBase } from '../x/addresses.ts'
import { revokeTokens } from '../x/sign-in.ts'
import { deleteTokens, loadTokens } from '../x/token-store.ts'
import { addAccount, type NewAccount } from './add-account.ts'
import type { Runtimes } from './runtimes.ts'
import type { SignIn } from './sign-in.ts'
import { connectedAccounts, deleteAccount, listedAccounts } from './account-store.ts'

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
  forgetMedia: (accountId: string) => Promise<void>
}): {
  'accounts.add': CommandDefinition<'accounts.add'>
  'accounts.beginSignIn': CommandDefinition<'accounts.beginSignIn'>
  'accounts.finishSignIn': CommandDefinition<'accounts.finishSignIn'>
  'accounts.cancelSignIn': CommandDefinition<'accounts.cancelSignIn'>
  'accounts.remove': CommandDefinition<'accounts.remove'>
} {
  const { deps, db, runtimes, signIn, forgetMedia } = parts
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
        const { clientId, practice, appBearer } = input
        const api = checkedBase(input.api)
        const account: NewAccount = { api, auth: checkedBase(input.auth), clientId, practice, appBearer, tokens }
        return addAccount({ deps, db, runtimes, forgetMedia }, account)
      }
    },
    'accounts.beginSignIn': {
      kind: 'task',
      run: ({ api, auth, clientId }) => signIn.begin({ api: checkedBase(api), auth: checkedBase(auth), clientId })
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
          throw new AppError('not-found', `There is no X account ${account} here.`)
        }
        await runtimes.disconnect(account)
        await forgetMedia(account)
        db.write((tx) => deleteAccount(tx, account))
        const tokens = await loadTokens(deps.secrets, account)
        await deleteTokens(deps.secrets, account)
        await deps.secrets.delete(`x-app-bearer:${account}`)
        if (record && tokens) {
          const { apiBase, clientId } = record
          const problem = await revokeTokens({ fetch: deps.fetch, clock: deps.clock, apiBase, clientId }, tokens)
          if (problem) deps.log.warn('X was not told of the sign-out', { kind: problem.kind })
        }
        return null
      }
    }
  }
}
