import { AppError } from '../../../shared/contract/errors.ts'
import type { AccountRow } from '../../../shared/contract/rows.ts'
import { avatarPath } from '../customers/people.ts'
import { storeUsers } from '../customers/store-users.ts'
import type { Database } from '../db/database.ts'
import type { CoreDeps, SecretStore } from '../deps.ts'
import type { PracticeLibrary } from '../library/starter/practice-library.ts'
import { noteUserCharges } from '../sync/store-answer.ts'
import { createXClient } from '../x/client.ts'
import { deleteTokens, loadTokens, saveTokens, type Tokens } from '../x/token-store.ts'
import { createTokenKeeper } from '../x/tokens.ts'
import { appBearerName } from './app-bearer.ts'
import type { Runtimes } from './runtimes.ts'
import { deleteAccount, practiceAccounts, saveAccount } from './account-store.ts'
import { problemError } from './problem-error.ts'

export interface NewAccount {
  readonly api: string
  readonly auth: string
  readonly clientId: string
  readonly practice: boolean
  readonly appBearer: string | null
  readonly tokens: Tokens
  /** Only this account will do: somebody signs in again. */
  readonly expected?: string | null
}

/**
 * Asks X whose tokens these are, stores them, and connects. Adding an account again replaces its address and tokens.
 * The first real account ends practice.
 * @throws {AppError} when X refuses the tokens or cannot be reached; nothing is stored then.
 */
export async function addAccount(
  parts: {
    deps: CoreDeps
    db: Database
    runtimes: Runtimes
    practiceLibrary: PracticeLibrary
    forgetMedia: (accountId: string) => Promise<void>
  },
  input: NewAccount
): Promise<{ account: AccountRow }> {
  const { deps, db, runtimes } = parts
  const { clock, log } = deps
  // The account's id is not known yet, and a first refresh must not lose the new tokens: they wait in memory.
  const waiting = memorySecrets()
  await saveTokens(waiting, 'new', input.tokens)
  const keeper = createTokenKeeper({
    accountId: 'new',
    secrets: waiting,
    clock,
    fetch: deps.fetch,
    apiBase: input.api,
    clientId: input.clientId,
    log,
    claim: deps.claimRefreshToken
  })
  const client = createXClient({ apiBase: input.api, tokens: keeper, fetch: deps.fetch, clock, log })
  const result = await client.me()
  if (!result.ok) throw problemError(result.problem)
  const me = result.value
  if (input.expected !== undefined && input.expected !== null && input.expected !== me.id) {
    throw new AppError(
      'conflict',
      'This was the sign-in of @{username}, another account. Switch the account at x.com and try again, or connect @{username} as an account of its own.',
      { username: me.username }
    )
  }
  await saveTokens(deps.secrets, me.id, (await loadTokens(waiting, 'new')) ?? input.tokens)
  if (input.appBearer !== null) await deps.secrets.set(appBearerName(me.id), input.appBearer)

  const gone: string[] = []
  if (!input.practice) {
    for (const id of practiceAccounts(db)) {
      if (id === me.id) continue
      await runtimes.disconnect(id)
      await parts.forgetMedia(id)
      gone.push(id)
    }
  }
  db.write((tx) => {
    for (const id of gone) deleteAccount(tx, id, clock.now())
    if (gone.length > 0) parts.practiceLibrary.ended(tx)
    const { api, auth, clientId, practice } = input
    const { id, username, name } = me
    saveAccount(tx, { id, username, name, apiBase: api, authBase: auth, clientId, practice }, clock.now())
    storeUsers(tx, me.id, [me], clock.now())
    noteUserCharges(tx, me.id, result.charges, clock.now())
  })
  if (input.practice) parts.practiceLibrary.opened()
  for (const id of gone) {
    await deleteTokens(deps.secrets, id)
    await deps.secrets.delete(appBearerName(id))
  }
  const { api, auth, clientId, practice } = input
  await runtimes.connect({ id: me.id, apiBase: api, authBase: auth, clientId, practice })
  return {
    account: {
      id: me.id,
      username: me.username,
      name: me.name,
      avatar: avatarPath(me.id, me.id, me.avatarUrl),
      practice: input.practice,
      archiveOnly: false
    }
  }
}

function memorySecrets(): SecretStore {
  const values = new Map<string, string>()
  return {
    kind: 'memory',
    get: (name) => Promise.resolve(values.get(name) ?? null),
    set: (name, value) => {
      values.set(name, value)
      return Promise.resolve()
    },
    delete: (name) => {
      values.delete(name)
      return Promise.resolve()
    }
  }
}
