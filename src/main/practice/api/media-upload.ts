import { z } from 'zod'
import { UPLOAD_LIFE_MS, type Upload } from '../world/uploads.ts'
import type { Context } from './context.ts'
import { parseMultipart } from './multipart.ts'
import { notFound, problem, problemType } from './problems.ts'
import { json, type Reply } from './reply.ts'

const MEGABYTE = 1024 * 1024

/** X's limits per category (x-api.md 1.9). */
const LIMITS: Readonly<Record<string, number>> = {
  dm_image: 5 * MEGABYTE,
  dm_gif: 15 * MEGABYTE,
  dm_video: 512 * MEGABYTE,
  tweet_image: 5 * MEGABYTE,
  tweet_gif: 15 * MEGABYTE,
  tweet_video: 512 * MEGABYTE
}
const MEDIA_TYPES = [
  'video/mp4',
  'video/webm',
  'video/mp2t',
  'video/quicktime',
  'image/jpeg',
  'image/gif',
  'image/bmp',
  'image/png',
  'image/webp',
  'image/pjpeg',
  'image/tiff'
] as const
const KEY_PREFIX: Readonly<Record<string, string>> = { dm_image: '3', dm_gif: '16', dm_video: '7' }
/** A chunk is refused when it is larger; X documents 1 MB and takes more. */
const MAX_SEGMENT = 5 * MEGABYTE

const Begin = z.strictObject({
  media_type: z.enum(MEDIA_TYPES),
  total_bytes: z.number().int().min(1),
  media_category: z.string(),
  shared: z.boolean().optional()
})

/** POST /2/media/upload/initialize */
export function beginUpload(context: Context): Reply {
  const { world, userId } = context
  const parsed = Begin.safeParse(context.body)
  if (!parsed.success) return invalid(context, 'One or more parameters to your request was invalid.')
  const { media_type: mediaType, total_bytes: totalBytes, media_category: category, shared } = parsed.data
  const limit = LIMITS[category]
  if (limit === undefined) return invalid(context, 'The media category is not known.')
  if (totalBytes > limit) return invalid(context, `File size exceeds ${limit} bytes.`)
  if (category.endsWith('_video') !== mediaType.startsWith('video/')) {
    return invalid(context, 'The media type does not fit its category.')
  }
  const { id, key } = world.uploads.add(KEY_PREFIX[category] ?? '3', {
    userId,
    mediaType,
    category,
    totalBytes,
    shared: shared ?? false
  })
  return json(200, { data: { id, media_key: key, expires_after_secs: UPLOAD_LIFE_MS / 1000 } })
}

/** POST /2/media/upload/:id/append */
export function appendUpload(context: Context): Reply {
  const upload = own(context, context.params[0] ?? '')
  if (upload === null) return unknown(context)
  const parts = parseMultipart(context.bytes, context.contentType)
  const media = parts?.get('media')
  const segment = parts?.get('segment_index')?.toString('utf8') ?? ''
  if (media === undefined || !/^\d{1,3}$/.test(segment))
    return invalid(context, 'media and segment_index are required.')
  if (upload.bytes !== null) return invalid(context, 'The upload is finished already.')
  if (media.length === 0 || media.length > MAX_SEGMENT) return invalid(context, 'The segment has a wrong size.')
  upload.segments.set(Number(segment), Buffer.from(media))
  return json(200, { data: { expires_at: Math.floor((upload.startedAt + UPLOAD_LIFE_MS) / 1000) } })
}

/** POST /2/media/upload/:id/finalize */
export function finishUpload(context: Context): Reply {
  const { world } = context
  const upload = own(context, context.params[0] ?? '')
  if (upload === null) return unknown(context)
  if (upload.bytes !== null) return invalid(context, 'The upload is finished already.')
  const numbers = [...upload.segments.keys()].toSorted((a, b) => a - b)
  const bytes = Buffer.concat(numbers.map((number) => upload.segments.get(number) ?? Buffer.alloc(0)))
  if (numbers.some((number, index) => number !== index) || bytes.length !== upload.totalBytes) {
    return invalid(context, 'Segments are missing, or the total size differs.')
  }
  upload.bytes = bytes
  upload.segments.clear()
  const works = upload.category !== 'dm_image' && upload.category !== 'tweet_image'
  upload.readyAt = world.clock.now() + (works ? world.uploads.processingMs : 0)
  if (works && world.uploads.failProcessing) upload.readyAt = Number.POSITIVE_INFINITY
  return json(200, { data: { ...described(upload, world.clock.now()), ...(works ? processing(upload, context) : {}) } })
}

/** GET /2/media/upload?command=STATUS&media_id=… */
export function uploadStatus(context: Context): Reply {
  if (context.query.get('command') !== 'STATUS') return invalid(context, 'command must be STATUS.')
  const upload = own(context, context.query.get('media_id') ?? '')
  if (upload === null || upload.readyAt === null) return unknown(context)
  return json(200, { data: { ...described(upload, context.world.clock.now()), ...processing(upload, context) } })
}

function described(upload: Upload, now: number): Record<string, unknown> {
  return {
    id: upload.id,
    media_key: upload.key,
    size: upload.totalBytes,
    expires_after_secs: Math.max(0, Math.floor((upload.startedAt + UPLOAD_LIFE_MS - now) / 1000))
  }
}

function processing(upload: Upload, { world }: Context): Record<string, unknown> {
  if (upload.readyAt === Number.POSITIVE_INFINITY) {
    const error = { code: 1, name: 'InvalidMedia', message: 'Unsupported video format' }
    return { processing_info: { state: 'failed', error } }
  }
  const left = (upload.readyAt ?? 0) - world.clock.now()
  if (left <= 0) return { processing_info: { state: 'succeeded', progress_percent: 100 } }
  const share = world.uploads.processingMs === 0 ? 1 : 1 - left / world.uploads.processingMs
  const percent = Math.max(0, Math.min(99, Math.round(share * 100)))
  return {
    processing_info: {
      state: percent === 0 ? 'pending' : 'in_progress',
      check_after_secs: Math.min(5, Math.max(1, Math.ceil(left / 1000))),
      progress_percent: percent
    }
  }
}

/** Whether a message of this user may take the upload along now. */
export function mayAttach(context: Context, mediaId: string): Upload | null {
  const { world } = context
  const upload = own(context, mediaId)
  if (upload === null || upload.readyAt === null || upload.readyAt > world.clock.now()) return null
  if (!upload.category.startsWith('dm_')) return null
  return world.uploads.demandShared && !upload.shared ? null : upload
}

function own({ world, userId }: Context, id: string): Upload | null {
  const upload = world.uploads.find(id)
  return upload?.userId === userId ? upload : null
}

function unknown({ dialect, params, query }: Context): Reply {
  const id = params[0] ?? query.get('media_id') ?? ''
  return problem(404, { ...notFound(dialect.spelling, 'media', 'media_id', id), status: 404 })
}

function invalid({ dialect }: Context, detail: string): Reply {
  return problem(400, {
    title: 'Invalid Request',
    detail,
    type: problemType(dialect.spelling, 'invalid-request'),
    status: 400
  })
}
