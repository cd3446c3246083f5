import { assertNever } from '../../../shared/assert-never.ts'
import { readBytes } from '../attachments/accept.ts'
import { attachmentOfReply, mayShare } from '../attachments/attachments.ts'
import { SEGMENT_BYTES, segmentsOf } from '../attachments/segments.ts'
import type { Attachment } from '../attachments/attachment.ts'
import {
  noteAppended,
  noteBegun,
  noteExpiry,
  postponeUpload,
  resetUpload,
  setUploadState
} from '../attachments/upload-state.ts'
import type { WriteDb } from '../db/database.ts'
import type { StoredFiles } from '../media/stored-files.ts'
import { backoffDelay } from '../sync/backoff.ts'
import type { ConnectedAccount } from '../sync/connected-account.ts'
import { allowedAt, takeBudget } from '../sync/rate-budget.ts'
import { noteAnswer } from '../sync/store-answer.ts'
import { askTimeWhenUnsure } from '../sync/sure-clock.ts'
import type { UploadStatus } from '../x/media-upload.ts'
import type { XProblem } from '../x/problem.ts'
import type { XResult } from '../x/results.ts'
import * as sql from './sql.ts'
import { changed, setState } from './transitions.ts'

export interface UploadReport {
  requests: number
  /** When there is something to do next, ms since 1970; null when nothing waits for a time. */
  nextAt: number | null
}

/** What uploading needs besides the account. */
export interface UploadParts {
  readonly files: Pick<StoredFiles, 'checked' | 'read'>
  readonly goOn: () => boolean
  /** 0 <= n < 1, for back-off jitter. */
  readonly random: () => number
  /** One look at each upload, and no waiting: the command line's `sync --once`. */
  readonly ignoreTimes: boolean
}

const BEGIN = 'media-begin'
const APPEND = 'media-append'
const FINISH = 'media-finish'
const STATUS = 'media-status'

/** X takes an upload in a message for 24 hours (x-api.md 1.5). */
const USABLE_MS = 24 * 3_600_000
/** So much of that must be left: the reply may have to wait for its turn in a rate window. */
const MARGIN_MS = 20 * 60_000
/** How often an upload is begun again that X has lost, before the agent is told. */
const MAX_RESTARTS = 2
const DEFAULT_CHECK_MS = 3_000

/** Whether the reply's attachment, if it has one, may go with it now. */
export function isUploaded(attachment: Attachment | null, now: number): boolean {
  return attachment === null || (attachment.upload_state === 'ready' && !isExpired(attachment, now))
}

function isExpired(attachment: Attachment, now: number): boolean {
  return attachment.media_id !== null && (attachment.expires_at ?? 0) - MARGIN_MS <= now
}

interface Work {
  readonly entry: sql.OutboxEntry
  readonly attachment: Attachment
}

/**
 * Brings the attachments of the replies that are next in their conversations to X, one request at a time; the one with
 * the least left goes first, so that a picture does not wait for a film. Every step is recorded before the next, so that
 * a broken connection or a restart costs at most one segment.
 */
export async function uploadRound(account: ConnectedAccount, parts: UploadParts): Promise<UploadReport> {
  const report: UploadReport = { requests: 0, nextAt: null }
  const lookedAt = new Set<string>()
  while (parts.goOn()) {
    report.nextAt = null
    const now = account.clock.now()
    const [next] = waiting(account, now)
      .filter(({ attachment }) => !lookedAt.has(attachment.id) && isDue(account, attachment, now, parts, report))
      .toSorted((a, b) => left(a.attachment) - left(b.attachment))
    if (!next) break
    // Where times do not count, a failure or an unfinished processing ends the round for this one.
    const moved = await step(account, parts, next, report)
    if (!moved && parts.ignoreTimes) lookedAt.add(next.attachment.id)
  }
  return report
}

function waiting(account: ConnectedAccount, now: number): Work[] {
  return account.db.all<sql.OutboxEntry>(sql.HEADS, account.id, now).flatMap((entry) => {
    const leaves = entry.state === 'queued' || (entry.state === 'held' && (entry.held_until ?? 0) <= now)
    const attachment = leaves ? attachmentOfReply(account.db, entry.id) : null
    return attachment === null || isUploaded(attachment, now) ? [] : [{ entry, attachment }]
  })
}

function left(attachment: Attachment): number {
  return attachment.size - attachment.next_segment * SEGMENT_BYTES
}

function isDue(
  account: ConnectedAccount,
  attachment: Attachment,
  now: number,
  parts: UploadParts,
  report: UploadReport
): boolean {
  const wait = parts.ignoreTimes ? 0 : (attachment.not_before ?? 0)
  const at = Math.max(wait, allowedAt(account.db, account.id, endpointOf(attachment, now), now))
  if (at <= now) return true
  report.nextAt = report.nextAt === null ? at : Math.min(report.nextAt, at)
  return false
}

/** The request that comes next. */
function endpointOf(attachment: Attachment, now: number): string {
  if (isExpired(attachment, now)) return BEGIN
  switch (attachment.upload_state) {
    case 'none':
    case 'refused-unshared':
    case 'ready':
      return BEGIN
    case 'uploading':
      return attachment.next_segment < segmentsOf(attachment.size) ? APPEND : FINISH
    case 'finalizing':
      return FINISH
    case 'processing':
      return STATUS
    default:
      return assertNever(attachment.upload_state)
  }
}

/** One request and what it changes. @returns whether there may be more to do at once */
async function step(account: ConnectedAccount, parts: UploadParts, work: Work, report: UploadReport): Promise<boolean> {
  const endpoint = endpointOf(work.attachment, account.clock.now())
  const unsure = await askTimeWhenUnsure(account, endpoint)
  const now = account.clock.now()
  if (unsure !== null) {
    const later = now + backoffDelay(work.attachment.failures + 1, parts.random())
    account.db.write((tx) => postponeUpload(tx, work.attachment, later, now))
    return false
  }
  // Counted as it leaves; where there is no room after all, the round sees when there will be.
  if (account.db.writeDurably((tx) => takeBudget(tx, account.id, endpoint, now)) > 0) return true
  switch (endpoint) {
    case BEGIN:
      return begin(account, parts, work, report)
    case APPEND:
      return append(account, parts, work, report)
    case FINISH:
      return finish(account, parts, work, report)
    default:
      return look(account, parts, work, report)
  }
}

async function begin(
  account: ConnectedAccount,
  parts: UploadParts,
  work: Work,
  report: UploadReport
): Promise<boolean> {
  const { media_type: mediaType, size: totalBytes, category } = work.attachment
  // Private first; shared only where the agent has said so (x-api.md 1.9).
  const shared = mayShare(account.db, account.id)
  const result = await account.client.beginUpload({ mediaType, totalBytes, category, shared })
  return record(account, parts, work, report, BEGIN, result, (tx, { mediaId, mediaKey }, now) => {
    noteBegun(tx, work.attachment, { mediaId, mediaKey, shared, expiresAt: now + USABLE_MS }, now)
    return true
  })
}

async function append(
  account: ConnectedAccount,
  parts: UploadParts,
  work: Work,
  report: UploadReport
): Promise<boolean> {
  const { attachment } = work
  const start = attachment.next_segment * SEGMENT_BYTES
  const bytes = await segment(parts, attachment, start)
  if (bytes === null)
    return fail(
      account,
      work,
      'The attached file is damaged or missing on this disk. Edit the reply and attach it again.'
    )
  const result = await account.client.appendUpload(attachment.media_id ?? '', attachment.next_segment, bytes)
  return record(account, parts, work, report, APPEND, result, (tx, _nothing, now) => {
    noteAppended(tx, attachment, now)
    return true
  })
}

async function segment({ files }: UploadParts, attachment: Attachment, start: number): Promise<Buffer | null> {
  if (attachment.file === null || (await files.checked(attachment.file)) === null) return null
  return readBytes(files, attachment.file, start, Math.min(SEGMENT_BYTES, attachment.size - start))
}

async function finish(
  account: ConnectedAccount,
  parts: UploadParts,
  work: Work,
  report: UploadReport
): Promise<boolean> {
  const { attachment } = work
  const again = attachment.upload_state === 'finalizing'
  if (!again) {
    account.db.write((tx) => setUploadState(tx, attachment, 'finalizing', account.clock.now()))
  }
  const result = await account.client.finishUpload(attachment.media_id ?? '')
  // Finished before, and the answer was lost: X may refuse to do it twice, but says where it stands.
  if (!result.ok && again && isRefusal(result.problem)) {
    report.requests += result.requests
    return look(account, parts, work, report)
  }
  return record(account, parts, work, report, FINISH, result, (tx, status, now) => noteStatus(tx, work, status, now))
}

async function look(account: ConnectedAccount, parts: UploadParts, work: Work, report: UploadReport): Promise<boolean> {
  const result = await account.client.uploadStatus(work.attachment.media_id ?? '')
  return record(account, parts, work, report, STATUS, result, (tx, status, now) => noteStatus(tx, work, status, now))
}

/** @returns whether there is more to do at once */
function noteStatus(tx: WriteDb, { entry, attachment }: Work, status: UploadStatus, now: number): boolean {
  if (status.expiresInMs !== null) {
    const until = now + status.expiresInMs
    noteExpiry(tx, attachment, until)
  }
  switch (status.state) {
    case 'succeeded':
      setUploadState(tx, attachment, 'ready', now)
      return true
    case 'failed':
      resetUpload(tx, attachment, now)
      setState(tx, entry, 'failed', { reason: unprocessed[attachment.category], now })
      return false
    case 'pending':
    case 'in-progress': {
      const at = now + Math.max(1_000, status.checkAfterMs ?? DEFAULT_CHECK_MS)
      setUploadState(tx, attachment, 'processing', now, { percent: status.percent, notBefore: at })
      return false
    }
    default:
      return assertNever(status.state)
  }
}

const unprocessed: Readonly<Record<Attachment['category'], string>> = {
  dm_image: 'X could not read the picture. Save it anew as JPG or PNG, edit the reply and attach that.',
  dm_gif: 'X could not process the GIF. Save it anew or attach an MP4 video instead.',
  dm_video: 'X could not process the video. Export it as MP4 (H.264 and AAC), edit the reply and attach that.'
}

/** Stores what an answer brought, in one transaction with the limits it told. */
function record<T>(
  account: ConnectedAccount,
  parts: UploadParts,
  work: Work,
  report: UploadReport,
  endpoint: string,
  result: XResult<T>,
  good: (tx: WriteDb, value: T, now: number) => boolean
): boolean {
  report.requests += result.requests
  const now = account.clock.now()
  return account.db.write((tx) => {
    noteAnswer(tx, account.id, endpoint, result, now)
    // The agent may have taken the reply back, or discarded it, while the request was under way.
    const entry = tx.get<sql.OutboxEntry>(sql.FIND, work.entry.id)
    const attachment = attachmentOfReply(tx, work.entry.id)
    if (!entry || attachment?.id !== work.attachment.id) {
      if (result.ok) good(tx, result.value, now)
      return false
    }
    const current = { entry, attachment }
    const moved = result.ok ? good(tx, result.value, now) : settle(tx, account, parts, current, result.problem, now)
    changed(tx, entry)
    return moved
  })
}

function settle(
  tx: WriteDb,
  account: ConnectedAccount,
  parts: UploadParts,
  { entry, attachment }: Work,
  problem: XProblem,
  now: number
): boolean {
  account.log.warn('attachment not uploaded', { kind: problem.kind, status: problem.status })
  switch (problem.kind) {
    case 'rate-limited':
      // The budget knows until when.
      return false
    case 'network':
    case 'timeout':
    case 'server':
    case 'malformed':
    case 'cancelled':
    case 'unauthorized':
    case 'sign-in-needed':
    case 'out-of-credits':
    case 'usage-capped':
      postponeUpload(tx, attachment, now + backoffDelay(attachment.failures + 1, parts.random()), now)
      return false
    case 'not-found':
    case 'invalid-request':
    case 'conflict':
      // X does not know the upload any more, or not in this state: from the beginning.
      if (attachment.media_id !== null && attachment.restarts < MAX_RESTARTS) {
        resetUpload(tx, attachment, now, attachment.restarts + 1)
        return true
      }
      break
    case 'forbidden':
    case 'too-large':
      break
    default:
      return assertNever(problem)
  }
  resetUpload(tx, attachment, now)
  setState(tx, entry, 'failed', { reason: problem.detail, now })
  return false
}

function isRefusal(problem: XProblem): boolean {
  return problem.kind === 'invalid-request' || problem.kind === 'conflict' || problem.kind === 'not-found'
}

function fail(account: ConnectedAccount, { entry, attachment }: Work, reason: string): boolean {
  const now = account.clock.now()
  account.db.write((tx) => {
    resetUpload(tx, attachment, now)
    setState(tx, entry, 'failed', { reason, now })
  })
  return false
}

/**
 * X refuses to put an upload into a message that is not shared (x-api.md 1.9). Nothing was sent. With the agent's consent
 * the upload is made again as a shared one; without it the agent is asked.
 */
export function settleRefusedMedia(tx: WriteDb, entry: sql.OutboxEntry, problem: XProblem, now: number): void {
  const attachment = attachmentOfReply(tx, entry.id)
  if (attachment === null || attachment.shared === 1) {
    if (attachment) resetUpload(tx, attachment, now)
    setState(tx, entry, 'failed', { reason: problem.detail, now })
  } else if (mayShare(tx, entry.account_id)) {
    resetUpload(tx, attachment, now)
    setState(tx, entry, 'queued', { now })
  } else {
    setUploadState(tx, attachment, 'refused-unshared', now)
    setState(tx, entry, 'needs-attention', {
      reason:
        'X takes this attachment only if it is shared: anybody who gets hold of its link could open it, without signing in. Allow that for this account, or remove the attachment.',
      now
    })
  }
}
