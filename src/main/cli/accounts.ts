import { type Command, Option } from 'commander'
import { AppError } from '../../shared/contract/errors.ts'
import type { AccountRow, SignInRow } from '../../shared/contract/rows.ts'
import type { CoreClient } from '../../shared/core-client.ts'
import { type Context, withCore } from './context.ts'
import { serverAddress } from './option-values.ts'
import { type Run, withCommonOptions } from './register.ts'
import { printable, table } from './table.ts'

interface AddOptions {
  readonly api: string
  readonly auth: string
  readonly clientId: string
  readonly accessToken?: string
  readonly refreshToken?: string
  readonly appBearer?: string
}

export function registerAccounts(program: Command, run: Run): void {
  const accounts = program.command('accounts').description('the X accounts of this data folder')
  withCommonOptions(accounts.command('add'))
    .description('add an X account; without tokens, sign in at X in the browser')
    .addOption(new Option('--api <url>', 'address of the X API').default('https://api.x.com').argParser(serverAddress))
    .addOption(
      new Option('--auth <url>', 'address of the sign-in pages').default('https://x.com').argParser(serverAddress)
    )
    .requiredOption('--client-id <id>', 'OAuth 2.0 client id of your X app')
    .option('--access-token <token>', 'an access token you already have')
    .option('--refresh-token <token>', 'its refresh token')
    .option('--app-bearer <token>', 'the app’s own bearer token, for the live connection')
    .action(run<AddOptions>(add))
  withCommonOptions(accounts.command('list')).description('list the accounts').action(run<object>(list))
  withCommonOptions(accounts.command('remove'))
    .description('remove an account and what was cached for it')
    .argument('<id>', 'X id or @name of the account')
    .action(run<object>(remove))
}

async function add(context: Context, options: AddOptions): Promise<void> {
  if (options.accessToken === undefined && options.refreshToken !== undefined) {
    throw new AppError('invalid-input', '--refresh-token needs --access-token beside it.')
  }
  const account = await withCore(context, (client) =>
    options.accessToken === undefined
      ? signIn(context, client, options)
      : addWithTokens(client, options, options.accessToken)
  )
  const { id, username, name } = account
  context.print({ account: { id, username, name } }, `Added @${username} (${printable(name)}, ${id}).`)
}

async function addWithTokens(client: CoreClient, options: AddOptions, accessToken: string): Promise<AccountRow> {
  const { account } = await client.run('accounts.add', {
    api: options.api,
    auth: options.auth,
    clientId: options.clientId,
    accessToken,
    refreshToken: options.refreshToken ?? null,
    appBearer: options.appBearer ?? null,
    practice: false
  })
  return account
}

async function signIn(context: Context, client: CoreClient, options: AddOptions): Promise<AccountRow> {
  const { api, auth, clientId, appBearer = null } = options
  const { authorizeUrl } = await client.run('accounts.beginSignIn', { api, auth, clientId, appBearer })
  context.note(`Sign in at X in the browser. If it does not open by itself, open this address:\n${authorizeUrl}`)
  await context.io.openInBrowser(authorizeUrl).catch(() => undefined)
  const row = await signInEnded(client)
  if (row.account) return row.account
  throw new AppError('sign-in-needed', row.error ?? 'The sign-in did not succeed. Try again.')
}

function signInEnded(client: CoreClient): Promise<SignInRow> {
  return new Promise((resolve, reject) => {
    const stop = client.subscribe('accounts.sign-in', {}, (state) => {
      if (state.status === 'error') return reject(new AppError(state.code, state.message))
      const row = state.rows[0]
      if (row?.state !== 'done' && row?.state !== 'failed') return
      queueMicrotask(() => stop())
      resolve(row)
    })
  })
}

async function list(context: Context): Promise<void> {
  const accounts = await withCore(context, (client) => client.ask('accounts.list', {}))
  printAccounts(context, accounts)
}

async function remove(context: Context, _options: object, [given = '']: readonly string[]): Promise<void> {
  const left = await withCore(context, async (client) => {
    const accounts = await client.ask('accounts.list', {})
    const name = given.replace(/^@/, '').toLowerCase()
    const account = accounts.find(({ id, username }) => id === given || username.toLowerCase() === name)
    if (!account) throw new AppError('not-found', `There is no account ${given} here. \`accounts list\` names them.`)
    await client.run('accounts.remove', { account: account.id })
    return client.ask('accounts.list', {})
  })
  printAccounts(context, left)
}

function printAccounts(context: Context, accounts: readonly AccountRow[]): void {
  context.print(
    {
      accounts: accounts.map(({ id, username, name, practice, archiveOnly }) => ({
        id,
        username,
        name,
        practice,
        archive_only: archiveOnly
      }))
    },
    accounts.length === 0
      ? 'No account yet. `accounts add` adds one.'
      : table(accounts.map((account) => [`@${account.username}`, account.id, kindOf(account), printable(account.name)]))
  )
}

function kindOf(account: AccountRow): string {
  if (account.practice) return 'practice'
  return account.archiveOnly ? 'archive only' : 'connected'
}
