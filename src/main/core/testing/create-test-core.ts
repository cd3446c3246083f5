import { cpSync, mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { v7 as uuidv7 } from 'uuid'
import type { SyncReport } from '../../../shared/contract/commands.ts'
import type { QueryName, QueryParams, QueryRows } from '../../../shared/contract/queries.ts'
import type { MessageRow, ThreadRow } from '../../../shared/contract/rows.ts'
import { CoreClient, type LiveState } from '../../../shared/core-client.ts'
import { conversationKey, directConversationId } from '../../../shared/domain/ids.ts'
import { portPair } from '../../host/port-pair.ts'
import { startSimulatedX, type SimulatedX, type SimulatedXOptions } from '../../practice/server.ts'
import { createWorld, type SayOptions, type World } from '../../practice/world.ts'
import type { WorldEvent, WorldUser } from '../../practice/world/types.ts'
import { createCore } from '../core.ts'
import type { Core } from '../core-interface.ts'
import type { Database, DatabaseProbe, SqlValue } from '../db/database.ts'
import { openDatabase } from '../db/open.ts'
import type { CoreDeps, OpenWeb, SettingsStore } from '../deps.ts'
import { createFakeClock, type FakeClock } from './fake-clock.ts'
import { createMemorySecrets, type MemorySecrets } from './memory-secrets.ts'
import { createRecordedLog, type RecordedLog } from './recorded-log.ts'

interface TestCoreOptions {
  readonly x?: Omit<SimulatedXOptions, 'world' | 'clock'>
  /** Sync and outbox run by themselves, on the fake clock. */
  readonly background?: boolean
  readonly random?: () => number
  /** X's clock is ahead of ours by so many ms. */
  readonly xAheadMs?: number
  readonly listenForRedirect?: CoreDeps['listenForRedirect']
  readonly web?: OpenWeb
  readonly probe?: DatabaseProbe
  /** The account has the app's bearer token, so that a core in the background is live. */
  readonly live?: boolean
  /** False leaves out the account; then `accountId` is the one that would be added. */
  readonly connected?: boolean
}

/** A real core on a folder of its own, connected to a simulated X over real HTTP; time moves only by hand. */
export interface TestCore extends AsyncDisposable {
  readonly clock: FakeClock
  readonly x: SimulatedX
  readonly world: World
  readonly log: RecordedLog
  readonly secrets: MemorySecrets
  readonly settings: SettingsStore
  /** X's id of the account. */
  readonly accountId: string
  /** These change with `restart` and `crash`. */
  readonly core: Core
  readonly client: CoreClient
  readonly dataDir: string
  addAccount(): Promise<void>
  customer(given?: Partial<WorldUser>): WorldUser
  /** A customer writes to the account, one second later than all before; `in` names a group. */
  say(from: WorldUser, text: string, options?: SayOptions & { in?: string }): WorldEvent
  /** The key of the 1:1 conversation with a customer. */
  keyOf(customer: { readonly id: string }): string
  /** `sync.once`. */
  sync(maxCostUsd?: number): Promise<SyncReport>
  /** The same, of the only account. */
  round(maxCostUsd?: number): Promise<SyncReport['accounts'][number]>
  messages(conversation: string): Promise<MessageRow[]>
  texts(conversation: string): Promise<string[]>
  reply(conversation: string, text: string): Promise<string>
  /** Resolves with the rows as soon as they are as wanted: now or after a commit to come. */
  until<N extends QueryName>(
    name: N,
    params: QueryParams<N>,
    wanted: (rows: readonly QueryRows[N][]) => boolean
  ): Promise<readonly QueryRows[N][]>
  /** Lets everything that is due at this moment happen, input and output included, until `reached`. Time stands still. */
  when(reached: () => boolean): Promise<void>
  /** The same until nothing is due and no request is under way. */
  quiet(): Promise<void>
  /** Time passes, and whatever is due on the way happens: polls, sends, notices. */
  pass(ms: number): Promise<void>
  /** What lies in the database, through a connection of its own. */
  peek<R>(sql: string, ...values: readonly SqlValue[]): R[]
  /** Changes the database behind the core's back. */
  tamper(sql: string, ...values: readonly SqlValue[]): void
  /** While down, every request meets a closed port. */
  network(state: 'up' | 'down'): void
  /** Another client of the same core. */
  connect(): CoreClient
  /** From now on X's clock is ahead of ours by so many ms, as if ours was set. */
  setXAhead(ms: number): void
  restart(): Promise<void>
  /** As after a power cut: a new core finds the files as they are at this moment; the old one is abandoned. */
  crash(): Promise<void>
}

export async function createTestCore(options: TestCoreOptions = {}): Promise<TestCore> {
  const clock = createFakeClock()
  let xAheadMs = options.xAheadMs ?? 0
  const xClock = { ...clock, now: () => clock.now() + xAheadMs }
  const world = createWorld({ clock: xClock })
  const x = await startSimulatedX({ ...options.x, world, clock: xClock })
  const log = createRecordedLog()
  const secrets = createMemorySecrets()
  const settings = memorySettings()
  const folders: string[] = []
  const abandoned: Core[] = []
  let network: 'up' | 'down' = 'up'
  const closedPort = await findClosedPort()

  let requestsUnderWay = 0
  const switchedFetch: typeof fetch = async (input, init) => {
    const url = new URL(input instanceof Request ? input.url : input)
    if (network === 'down') url.port = String(closedPort)
    requestsUnderWay += 1
    try {
      return await fetch(url, init)
    } finally {
      requestsUnderWay -= 1
    }
  }
  const deps = (dataDir: string): CoreDeps => ({
    dataDir,
    clock,
    log,
    fetch: switchedFetch,
    ...(options.web === undefined ? {} : { web: options.web }),
    ...(options.probe === undefined ? {} : { probe: options.probe }),
    random: options.random ?? (() => 0.5),
    secrets,
    settings,
    listenForRedirect: options.listenForRedirect ?? (() => Promise.reject(new Error('no sign-in in this test'))),
    background: options.background ?? false
  })
  const newFolder = (): string => {
    const folder = mkdtempSync(join(tmpdir(), 'backchannel-core-'))
    folders.push(folder)
    return folder
  }
  const connect = (): CoreClient => {
    const [ours, theirs] = portPair()
    const made = new CoreClient(() => uuidv7())
    core.connect(theirs)
    made.attach(ours)
    return made
  }

  let dataDir = newFolder()
  let core = await createCore(deps(dataDir))
  let client = connect()

  const withDatabase = <T>(work: (db: Database) => T): T => {
    const db = openDatabase(dataDir, { hex: secrets.values.get('database-key') ?? '' }, () => undefined)
    try {
      return work(db)
    } finally {
      db.close()
    }
  }

  const test: TestCore = {
    clock,
    x,
    world,
    log,
    secrets,
    settings,
    accountId: world.brand.id,
    get core() {
      return core
    },
    get client() {
      return client
    },
    get dataDir() {
      return dataDir
    },
    async addAccount() {
      const { accessToken, refreshToken } = x.issueTokens()
      await client.run('accounts.add', {
        api: x.url,
        auth: x.url,
        clientId: x.clientId,
        accessToken,
        refreshToken,
        appBearer: options.live === true ? x.appBearer : null
      })
    },
    customer: (given = {}) => world.addUser(given),
    say(from, text, { in: group, ...rest } = {}) {
      if (rest.at === undefined) clock.advance(1000)
      return world.say(from.id, group ?? world.brand.id, text, rest)
    },
    keyOf: ({ id }) => conversationKey(world.brand.id, directConversationId(world.brand.id, id)),
    sync: (maxCostUsd) => client.run('sync.once', { maxCostUsd: maxCostUsd ?? null }),
    async round(maxCostUsd) {
      const { accounts } = await test.sync(maxCostUsd)
      const [account] = accounts
      if (!account || accounts.length > 1) throw new Error('there is not one account')
      return account
    },
    async messages(conversation) {
      const window = { at: 'newest' as const, older: 20_000 }
      return (await client.ask('thread.messages', { conversation, window })).filter(isMessage)
    },
    texts: async (conversation) => (await test.messages(conversation)).map((row) => row.text),
    async reply(conversation, text) {
      return (await client.run('thread.reply', { conversation, text, hold: false })).outboxId
    },
    until: (name, params, wanted) => until(client, name, params, wanted),
    async when(reached) {
      for (let turn = 0; !reached(); turn += 1) {
        if (turn > 20_000) throw new Error('it was not reached')
        clock.advance(0)
        await new Promise((resolve) => setImmediate(resolve))
      }
    },
    async quiet() {
      // An answer's body arrives a few turns after its head.
      let quietTurns = 0
      await test.when(() => {
        const busy = requestsUnderWay > 0 || clock.nextAt() === clock.now()
        quietTurns = busy ? 0 : quietTurns + 1
        return quietTurns > 20
      })
    },
    async pass(ms) {
      const until = clock.now() + ms
      for (;;) {
        await test.quiet()
        const next = clock.nextAt()
        if (next === null || next > until) break
        clock.advance(Math.max(0, next - clock.now()))
      }
      clock.advance(Math.max(0, until - clock.now()))
      await test.quiet()
    },
    peek: (sql, ...values) => withDatabase((db) => db.all(sql, ...values)),
    tamper: (sql, ...values) => withDatabase((db) => void db.write((tx) => tx.run(sql, ...values))),
    setXAhead(ms) {
      xAheadMs = ms
    },
    network(state) {
      network = state
    },
    connect,
    async restart() {
      client.close()
      await core.close()
      core = await createCore(deps(dataDir))
      client = connect()
    },
    async crash() {
      const copy = newFolder()
      cpSync(dataDir, copy, { recursive: true, filter: (path) => !/owner\.(lock|json)$/.test(path) })
      client.close()
      abandoned.push(core)
      dataDir = copy
      core = await createCore(deps(dataDir))
      client = connect()
    },
    async [Symbol.asyncDispose]() {
      client.close()
      // What hangs at X must not hang the closing.
      x.faults.clear()
      const closing = Promise.all([core, ...abandoned].map((each) => each.close()))
      clock.advance(60_000)
      await closing
      await x.close()
      for (const folder of folders) rmSync(folder, { recursive: true, force: true })
    }
  }
  if (options.connected !== false) await test.addAccount()
  return test
}

/** Waits on a subscription, so that nothing is missed between a question and the next. */
function until<N extends QueryName>(
  client: CoreClient,
  name: N,
  params: QueryParams<N>,
  wanted: (rows: readonly QueryRows[N][]) => boolean
): Promise<readonly QueryRows[N][]> {
  return new Promise((resolve, reject) => {
    let done = false
    const look = (state: LiveState<QueryRows[N]>): void => {
      if (done || state.status === 'loading') return
      if (state.status === 'error') reject(new Error(state.message))
      else if (wanted(state.rows)) resolve(state.rows)
      else return
      done = true
      // The listener may be called before `subscribe` has returned.
      queueMicrotask(() => stop())
    }
    const stop = client.subscribe(name, params, look)
  })
}

function isMessage(row: ThreadRow): row is MessageRow {
  return row.kind === 'message'
}

function memorySettings(): SettingsStore {
  const values = new Map<string, unknown>()
  return { all: () => Object.fromEntries(values), set: (name, value) => void values.set(name, value) }
}

async function findClosedPort(): Promise<number> {
  const server = createServer()
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  await new Promise<void>((resolve) => server.close(() => resolve()))
  return port
}
