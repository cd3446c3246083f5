import { z } from 'zod'
import type { AttachmentCategory } from '../../../shared/domain/attachment.ts'
import { notSent, type XProblem } from './problem.ts'
import type { ApiAnswer, ApiRequest, Tally } from './requests.ts'
import { failure, newTally, problemInsteadOfData, successOf, unknownShape, type XResult } from './results.ts'
import { WireId } from './wire-schemas.ts'

/** The four steps of an upload (x-api.md 1.9). None of them costs anything, and each can be made again. */
export interface MediaUploads {
  beginUpload(upload: NewUpload): Promise<XResult<BegunUpload>>
  /** @param segment from 0 to 999. */
  appendUpload(mediaId: string, segment: number, bytes: Uint8Array): Promise<XResult<null>>
  finishUpload(mediaId: string): Promise<XResult<UploadStatus>>
  uploadStatus(mediaId: string): Promise<XResult<UploadStatus>>
}

export interface NewUpload {
  /** One of X's media types, `image/png`. */
  readonly mediaType: string
  readonly totalBytes: number
  readonly category: AttachmentCategory
  /** True lets anybody with the link open it. */
  readonly shared: boolean
}

export interface BegunUpload {
  readonly mediaId: string
  readonly mediaKey: string | null
}

export interface UploadStatus {
  readonly state: 'pending' | 'in-progress' | 'succeeded' | 'failed'
  /** 0 to 100, or null when X does not say. */
  readonly percent: number | null
  /** When to ask again, ms from now; null when X does not say. */
  readonly checkAfterMs: number | null
  /** How long the upload can be used, ms from now; null when X does not say. */
  readonly expiresInMs: number | null
}

const looseNumber = z.number().nonnegative().optional().catch(undefined)
const looseText = z.string().optional().catch(undefined)

const WireBegun = z.object({ id: WireId, media_key: looseText })
const WireStatus = z.object({
  expires_after_secs: looseNumber,
  processing_info: z
    .object({ state: looseText, check_after_secs: looseNumber, progress_percent: looseNumber })
    .optional()
    .catch(undefined)
})

/** A segment on a slow line: 1 MB at 10 kB/s. Milliseconds. */
const APPEND_TIME_LIMIT = 120_000

export function createMediaUploads(send: (request: ApiRequest, tally: Tally) => Promise<ApiAnswer>): MediaUploads {
  async function ask<T>(request: ApiRequest, read: (data: unknown) => T | null): Promise<XResult<T>> {
    const tally = newTally()
    const answer = await send(request, tally)
    if (!answer.ok) return failure(answer.problem, tally)
    const value = read(answer.envelope.data)
    if (value === null) {
      return failure(problemInsteadOfData(answer.envelope, answer.status) ?? unknownShape(answer.status), tally)
    }
    return successOf(value, tally)
  }

  return {
    beginUpload: ({ mediaType, totalBytes, category, shared }) =>
      ask(
        {
          endpoint: 'media-begin',
          method: 'POST',
          path: '/2/media/upload/initialize',
          body: { media_type: mediaType, total_bytes: totalBytes, media_category: category, shared }
        },
        (data) => {
          const begun = WireBegun.safeParse(data)
          return begun.success ? { mediaId: begun.data.id, mediaKey: begun.data.media_key ?? null } : null
        }
      ),
    async appendUpload(mediaId, segment, bytes) {
      if (!isMediaId(mediaId)) return failure(badMediaId, newTally())
      const form = new FormData()
      form.append('segment_index', String(segment))
      form.append('media', new Blob([Buffer.from(bytes)]), 'media')
      const tally = newTally()
      const path = `/2/media/upload/${mediaId}/append`
      const answer = await send(
        { endpoint: 'media-append', method: 'POST', path, form, timeLimit: APPEND_TIME_LIMIT },
        tally
      )
      // Here the status says all; what the body holds is not needed, and there may be none.
      if (!answer.ok && !isSuccess(answer.problem)) return failure(answer.problem, tally)
      return successOf(null, tally)
    },
    finishUpload: async (mediaId) =>
      isMediaId(mediaId)
        ? ask({ endpoint: 'media-finish', method: 'POST', path: `/2/media/upload/${mediaId}/finalize` }, readStatus)
        : failure(badMediaId, newTally()),
    uploadStatus: async (mediaId) =>
      isMediaId(mediaId)
        ? ask(
            {
              endpoint: 'media-status',
              method: 'GET',
              path: `/2/media/upload?command=STATUS&media_id=${mediaId}`
            },
            readStatus
          )
        : failure(badMediaId, newTally())
  }
}

const badMediaId = notSent('This is no id of an upload.', 'media_id')

function isMediaId(id: string): boolean {
  return WireId.safeParse(id).success
}

function isSuccess(problem: XProblem): boolean {
  return problem.kind === 'malformed' && problem.status === 204
}

/** Without `processing_info` nothing is left to do: pictures are ready at once. */
function readStatus(data: unknown): UploadStatus | null {
  const wire = WireStatus.safeParse(data)
  if (!wire.success) return null
  const info = wire.data.processing_info
  const { expires_after_secs: expires } = wire.data
  const common = {
    percent: info?.progress_percent === undefined ? null : Math.min(100, Math.round(info.progress_percent)),
    checkAfterMs: info?.check_after_secs === undefined ? null : info.check_after_secs * 1000,
    expiresInMs: expires === undefined ? null : expires * 1000
  }
  switch (info?.state) {
    case undefined:
    case 'succeeded':
      return { ...common, state: 'succeeded' }
    case 'failed':
      return { ...common, state: 'failed' }
    case 'pending':
      return { ...common, state: 'pending' }
    default:
      // A word that is new: not done yet.
      return { ...common, state: 'in-progress' }
  }
}
