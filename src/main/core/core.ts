import { randomBytes } from 'node:crypto'
import { AppError } from '../../shared/contract/errors.ts'
import { accountCommands, accountQueries } from './accounts/feature.ts'
import { addAccount } from './accounts/add-account.ts'
import { connectStored, createRuntimes } from './accounts/runtimes.ts'
import { createSignIn } from './accounts/sign-in.ts'
import { archiveCommands } from './archive/import-archive.ts'
import type { CommandDefinitions } from './commands/command-definition.ts'
import { createDispatcher } from './commands/dispatch.ts'
import { dropOldReceipts } from './commands/receipts.ts'
import { dropOldUndo, nextUndo } from './commands/undo.ts'
import type { Core } from './core-interface.ts'
import { customerQueries } from './customers/queries.ts'
import type { Database } from './db/database.ts'
import { lockFolder } from './db/folder-lock.ts'
import { type DatabaseKey, hasDatabase, openDatabase } from './db/open.ts'
import type { CoreDeps } from './deps.ts'
import { doctorQueries } from './doctor/checks.ts'
import { exportCommands } from './export/write-export.ts'
import { inboxCommands } from './inbox/commands.ts'
import { inboxQueries } from './inbox/queries.ts'
import { createJobs } from './jobs/jobs.ts'
import { createLive, type Live } from './live/live.ts'
import type { QueryDefinitions } from './live/query-definition.ts'
import { mediaKey } from './media/cipher.ts'
import { openMediaFolder } from './media/media-folder.ts'
import { createMediaService } from './media/media-service.ts'
import { outboxCommands } from './outbox/commands.ts'
import { outboxQueries } from './outbox/queries.ts'
import { adoptStranded } from './outbox/transitions.ts'
import { searchQueries } from './search/queries.ts'
import { openSession } from './session.ts'
import { settingsCommands, settingsQueries, undoWindow } from './settings/settings.ts'
import { syncCommands, syncQueries } from './sync/feature.ts'
import { threadQueries } from './thread/queries.ts'

/**
 * Opens the data folder and puts the parts of the core together.
 * @throws {AppError} data-folder-in-use, newer-database, wrong-key
 */
export async function createCore(deps: CoreDeps): Promise<Core> {
  const { clock, log, settings } = deps
  const live = createLive()
  const release = lockFolder(deps.dataDir)
  const { db, key } = await openOwned(deps, live.publish).catch((error: unknown) => {
    release()
    throw error
  })
  db.write((tx) => {
    dropOldReceipts(tx, clock.now())
    dropOldUndo(tx, clock.now())
    adoptStranded(tx, clock.now())
  })
  const jobs = createJobs(live, clock)
  const folder = openMediaFolder(deps.dataDir, mediaKey(key.hex))
  const media = createMediaService({ db, folder, clock, log, clientOf: (account) => runtimes.clientOf(account) })
  const runtimes = createRuntimes({ deps, db, live, prefetch: media.prefetch })
  const forgetMedia = media.forget
  const signIn = createSignIn({
    deps,
    live,
    add: (account) => addAccount({ deps, db, runtimes, forgetMedia }, account)
  })

  const definitions: QueryDefinitions = {
    ...accountQueries(db, signIn),
    ...inboxQueries(db),
    ...threadQueries(db),
    ...customerQueries(db),
    ...outboxQueries(db),
    ...syncQueries(db, runtimes),
    ...searchQueries(db),
    ...settingsQueries(settings),
    ...doctorQueries(deps, db),
    'jobs.list': { topics: () => ['jobs'], rows: () => jobs.list() },
    'undo.next': { topics: () => ['undo'], rows: () => nextUndo(db, clock.now()) }
  }
  const commands: CommandDefinitions = {
    ...accountCommands({ deps, db, runtimes, signIn, forgetMedia }),
    ...inboxCommands(clock),
    ...outboxCommands({ clock, wake: runtimes.wake, holdMs: () => undoWindow(settings) }),
    ...syncCommands(db, runtimes),
    ...settingsCommands(settings),
    ...archiveCommands({ deps, db, jobs, media, runtimes }),
    ...exportCommands({ db, jobs })
  }
  const dispatcher = createDispatcher(db, clock, commands)
  await connectStored(db, runtimes)

  let closing: Promise<void> | null = null
  return {
    connect: (port) => openSession(port, { definitions, dispatcher, live, log }),
    media: (path, range) => media.open(path, range),
    close() {
      closing ??= (async () => {
        signIn.cancel()
        media.close()
        await runtimes.stop()
        await dispatcher.idle()
        db.close()
        release()
      })()
      return closing
    }
  }
}

/** The key is made once and kept by the host's secret store; without it the database cannot be read by anybody. */
async function openOwned(deps: CoreDeps, published: Live['publish']): Promise<{ db: Database; key: DatabaseKey }> {
  let hex = await deps.secrets.get('database-key')
  if (hex === null) {
    if (hasDatabase(deps.dataDir)) {
      throw new AppError(
        'wrong-key',
        'This data folder holds a database, but its key is not in the secret store. Nothing was changed. Restore the secrets that belong to it, or choose another folder.'
      )
    }
    hex = randomBytes(32).toString('hex')
    await deps.secrets.set('database-key', hex)
  }
  const key = { hex }
  return { db: openDatabase(deps.dataDir, key, published), key }
}
