import { AppError, type ErrorCode, toWireError } from '../../shared/contract/errors.ts'
import { FILE_TOO_LARGE, MAX_ATTACHMENT_BYTES } from '../../shared/domain/attachment.ts'
import type { Core } from '../core/core-interface.ts'
import type { Log } from '../core/deps.ts'
import { pageHeaders } from './page-headers.ts'

export interface AttachResponse {
  readonly status: number
  readonly headers: Record<string, string>
  /** JSON: `{"attachment": id}`, or `{"code", "message"}`. */
  readonly body: string
}

/** A file for a draft, or for a canned reply, as the page sends it: its bytes as the body, the rest in the address. */
export interface AttachRequest {
  readonly pathname: string
  readonly query: URLSearchParams
  /** Bytes as announced; null when nobody says. */
  readonly length: number | null
  readonly body: AsyncIterable<Uint8Array>
}

const PATH = /^\/attachments\/([0-9]{1,19}\/[0-9]{1,19}(?:-[0-9]{1,19})?|library)$/

/** True for the one kind of address that takes a POST. */
export function isAttachPath(pathname: string): boolean {
  return PATH.test(pathname)
}

/** Hands a file over to the core, in pieces as they come. */
export async function attachResponse(
  core: Pick<Core, 'attach'>,
  request: AttachRequest,
  log: Pick<Log, 'warn'>
): Promise<AttachResponse> {
  const place = PATH.exec(request.pathname)?.[1]
  if (place === undefined) return answer(404, { code: 'not-found', message: 'There is no such conversation.' })
  if (request.length === null) {
    return answer(411, { code: 'invalid-input', message: 'The size of the file is not known. Choose it again.' })
  }
  if (request.length > MAX_ATTACHMENT_BYTES) {
    return answer(413, { code: 'invalid-input', message: FILE_TOO_LARGE })
  }
  try {
    const name = request.query.get('name') ?? ''
    const conversation = place === 'library' ? null : place
    return answer(200, await core.attach({ conversation, name, body: limited(request.body, request.length) }))
  } catch (error) {
    const problem = toWireError(error)
    // What a person can mend is no news for the log.
    if (problem.code === 'internal') log.warn('a file was not attached', { error })
    return answer(statusOf(problem.code), problem)
  }
}

/** A sender that announces little and sends much is cut off. */
async function* limited(body: AsyncIterable<Uint8Array>, length: number): AsyncGenerator<Uint8Array> {
  let size = 0
  for await (const chunk of body) {
    size += chunk.byteLength
    if (size > length) throw new AppError('invalid-input', 'The file is larger than announced. Choose it again.')
    yield chunk
  }
  if (size < length) throw new AppError('unreadable-file', 'The file broke off on its way. Choose it again.')
}

function statusOf(code: ErrorCode): number {
  switch (code) {
    case 'not-found':
      return 404
    case 'not-allowed':
      return 403
    case 'internal':
      return 500
    case 'closed':
      return 503
    default:
      return 400
  }
}

function answer(status: number, body: unknown): AttachResponse {
  const text = JSON.stringify(body)
  return {
    status,
    headers: {
      ...pageHeaders(),
      'content-type': 'application/json; charset=utf-8',
      'content-length': String(Buffer.byteLength(text)),
      'cache-control': 'no-store'
    },
    body: text
  }
}
