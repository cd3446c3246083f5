import type { ImportReport } from '../../../shared/contract/commands.ts'
import { AppError } from '../../../shared/contract/errors.ts'
import { deleteAccount, practiceAccounts, saveArchiveAccount } from '../accounts/account-store.ts'
import type { Runtimes } from '../accounts/runtimes.ts'
import type { CommandDefinition } from '../commands/command-definition.ts'
import type { Database } from '../db/database.ts'
import type { CoreDeps } from '../deps.ts'
import type { Jobs } from '../jobs/jobs.ts'
import type { PracticeLibrary } from '../library/starter/practice-library.ts'
import type { MediaService } from '../media/media-service.ts'
import { findEvent, ingest, showsFile } from '../sync/ingest.ts'
import { deleteTokens } from '../x/token-store.ts'
import { isArchiveProblem } from './archive-problem.ts'
import { type OpenedArchive, openArchive } from './read-archive.ts'
import { restOldConversations } from './rest-old-conversations.ts'

interface Parts {
  readonly deps: CoreDeps
  readonly db: Database
  readonly jobs: Jobs
  readonly media: MediaService
  readonly runtimes: Runtimes
  readonly practiceLibrary: PracticeLibrary
}

export function archiveCommands(parts: Parts): { 'archive.import': CommandDefinition<'archive.import'> } {
  return {
    'archive.import': {
      kind: 'task',
      run: ({ path, dryRun, account }) =>
        parts.jobs.run('import', path, async (job) => {
          const archive = await openArchive(path)
          if (isArchiveProblem(archive)) {
            throw new AppError(
              archive.code === 'not-an-archive' ? 'not-an-archive' : 'unreadable-file',
              archive.message
            )
          }
          try {
            const owner = await ownerOf(archive, account)
            const progress = (): void => {
              const { bytesRead, bytesTotal } = archive.progress
              job.update(bytesTotal === 0 ? null : bytesRead / bytesTotal, `${mb(bytesRead)} of ${mb(bytesTotal)} MB`)
            }
            return dryRun
              ? await countArchive(parts.db, archive, owner.id, progress)
              : await storeArchive(parts, archive, owner, progress)
          } finally {
            await archive.close()
          }
        })
    }
  }
}

interface Owner {
  readonly id: string
  readonly username: string
  readonly name: string
}

/** @throws {AppError} when the archive does not say whose it is, or says somebody else. */
async function ownerOf(archive: OpenedArchive, named: string | null): Promise<Owner> {
  const { owner } = archive
  if (owner) {
    if (named !== null && named !== owner.accountId) {
      throw new AppError(
        'invalid-input',
        'This archive belongs to the account {accountId}, not to {named}. Leave the account out, or choose its own archive.',
        { accountId: owner.accountId, named }
      )
    }
    const username = owner.username ?? owner.accountId
    return { id: owner.accountId, username, name: owner.displayName ?? username }
  }
  const id = named ?? (await archive.inferOwner()).owner
  if (id === null) {
    throw new AppError(
      'invalid-input',
      'The archive does not say whose it is (it has no account.js), and no one takes part in all its conversations. Name the account.'
    )
  }
  return { id, username: id, name: `User ${id}` }
}

/** What an import would bring, without storing anything. */
async function countArchive(
  db: Database,
  archive: OpenedArchive,
  ownerId: string,
  progress: () => void
): Promise<ImportReport> {
  const conversations = new Set<string>()
  const ids = new Set<string>()
  const report = { messages_new: 0, messages_seen: 0, member_events_new: 0, media: 0 }
  for await (const batch of archive.batches({ ownerId })) {
    for (const { event } of batch) {
      const found = findEvent(db, ownerId, event)
      if (!found) continue
      conversations.add(event.conversationId)
      const known = found.known || ids.has(found.id)
      ids.add(found.id)
      if (event.kind !== 'message') {
        if (!known) report.member_events_new += 1
      } else if (known) report.messages_seen += 1
      else {
        report.messages_new += 1
        report.media += event.media.length
      }
    }
    progress()
  }
  return { conversations: conversations.size, ...report, skipped: [...archive.skipped] }
}

async function storeArchive(
  parts: Parts,
  archive: OpenedArchive,
  owner: Owner,
  progress: () => void
): Promise<ImportReport> {
  const { deps, db, media, runtimes } = parts
  await endPractice(parts, owner)
  const touched = new Set<number>()
  const files = new Set<string>()
  const report = { messages_new: 0, messages_seen: 0, member_events_new: 0, media: 0 }
  for await (const batch of archive.batches({ ownerId: owner.id })) {
    const result = db.write((tx) =>
      ingest(
        tx,
        owner.id,
        batch.map((item) => item.event),
        { source: 'archive', now: deps.clock.now() }
      )
    )
    for (const key of result.conversationKeys) touched.add(key)
    report.messages_new += result.addedMessages
    report.messages_seen += result.seenMessages
    report.member_events_new += result.added - result.addedMessages
    report.media += result.addedMedia
    for (const { event } of batch) {
      for (const { localFile } of event.media) {
        if (localFile !== null && event.id !== null && showsFile(db, owner.id, event.id, localFile))
          files.add(localFile)
      }
    }
    progress()
  }
  const skipped = [...archive.skipped]
  for (const file of files) {
    try {
      const found = await archive.openMedia(file)
      if (found) await media.keepArchiveFile(owner.id, file, found.stream)
    } catch (error) {
      deps.log.warn('a media file of an archive could not be read', { error })
      skipped.push({ file, reason: 'The file is damaged and was left out; its message is here.' })
    }
  }
  db.write((tx) => restOldConversations(tx, touched, deps.clock.now()))
  runtimes.wake()
  return { conversations: touched.size, ...report, skipped }
}

/** Real conversations end practice, and an archive's owner is an account like any other, only without a connection. */
async function endPractice({ deps, db, media, runtimes, practiceLibrary }: Parts, owner: Owner): Promise<void> {
  const practice = practiceAccounts(db).filter((id) => id !== owner.id)
  for (const id of practice) {
    await runtimes.disconnect(id)
    await media.forget(id)
  }
  db.write((tx) => {
    for (const id of practice) deleteAccount(tx, id, deps.clock.now())
    if (practice.length > 0) practiceLibrary.ended(tx)
    saveArchiveAccount(tx, owner, deps.clock.now())
    if (owner.username !== owner.id) {
      tx.run(
        `INSERT INTO user (id, state, username, name) VALUES (?, 'unknown', ?, ?)
         ON CONFLICT (id) DO UPDATE SET username = coalesce(user.username, excluded.username),
           name = coalesce(user.name, excluded.name)`,
        owner.id,
        owner.username,
        owner.name
      )
    }
  })
  for (const id of practice) await deleteTokens(deps.secrets, id)
}

function mb(bytes: number): string {
  return (bytes / 1_000_000).toFixed(1)
}
