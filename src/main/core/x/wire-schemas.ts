import { z } from 'zod'
import { XId } from '../../../shared/domain/ids.ts'
import { cleanText } from './clean-text.ts'

/**
 * X's shapes, read tolerantly: whatever is not needed may be absent or of any type; what is needed may be spelt in the
 * old or the new way (x-api.md 1.6). Every schema here takes one item, so that a bad one never takes the others along.
 */

/** An id as text. A number is accepted up to 2^53; longer ones come as text already (parse-json.ts). */
export const WireId = z
  .union([z.string(), z.number().refine((value) => Number.isSafeInteger(value) && value >= 0)])
  .transform(String)
  .pipe(XId)

/** A value that merely adds something: anything unexpected counts as absent. */
function optional<T extends z.ZodType>(schema: T): z.ZodCatch<z.ZodOptional<T>> {
  return schema.optional().catch(undefined as z.output<z.ZodOptional<T>>)
}

const looseId = optional(WireId)
const looseText = optional(z.string().transform(cleanText))
/** Whole, because the database takes nothing else for sizes and counts. */
const looseNumber = optional(z.number().nonnegative().max(Number.MAX_SAFE_INTEGER).transform(Math.round))
const looseBoolean = optional(z.boolean())
const looseList = optional(z.array(z.unknown()))
/** Pictures and videos live on the web; other schemes (javascript:, file:, data:) count as absent. */
const looseAddress = optional(z.string().refine(isWebAddress))

/** A message text must not vanish unseen: numbers and booleans are shown as text, other types refuse the event. */
const WireText = z
  .union([z.string(), z.number(), z.boolean()])
  .nullish()
  .transform((value) => cleanText(String(value ?? '')))

export const WireEvent = z.object({
  id: WireId,
  event_type: looseText,
  text: WireText,
  created_at: optional(z.union([z.string(), z.number()])),
  dm_conversation_id: optional(z.union([z.string(), z.number()]).transform(String)),
  sender_id: looseId,
  participant_ids: looseList,
  attachments: optional(z.object({ media_keys: looseList })),
  entities: optional(z.object({ urls: looseList })),
  /** Where spec 2.166 has what later moved into `entities`. */
  urls: looseList
})
export type WireEvent = z.infer<typeof WireEvent>

export const WireLink = z.object({
  url: z.string().min(1).transform(cleanText),
  expanded_url: looseText,
  display_url: looseText
})

export const WireMediaKey = z.string().min(1).max(100).transform(cleanText)

export const WireMedia = z.object({
  media_key: WireMediaKey,
  type: looseText,
  url: looseAddress,
  preview_image_url: looseAddress,
  width: looseNumber,
  height: looseNumber,
  duration_ms: looseNumber,
  alt_text: looseText,
  variants: looseList
})
export type WireMedia = z.infer<typeof WireMedia>

export const WireVariant = z.object({
  url: z.string().refine(isWebAddress),
  content_type: looseText,
  bit_rate: looseNumber,
  bitrate: looseNumber
})
export type WireVariant = z.infer<typeof WireVariant>

export const WireUser = z.object({
  id: WireId,
  username: z.string().transform(cleanText).pipe(z.string().min(1).max(100)),
  name: looseText,
  profile_image_url: looseAddress,
  description: looseText,
  location: looseText,
  verified: looseBoolean,
  verified_type: looseText,
  protected: looseBoolean,
  public_metrics: optional(z.object({ followers_count: looseNumber, following_count: looseNumber })),
  created_at: optional(z.union([z.string(), z.number()])),
  receives_your_dm: looseBoolean,
  connection_status: looseList
})
export type WireUser = z.infer<typeof WireUser>

const cursor = optional(z.string().min(1).max(2000))

/** The frame around every answer. `data` is checked by who knows what it should be. */
export const WireEnvelope = z.object({
  data: z.unknown().optional(),
  errors: looseList,
  includes: optional(z.object({ users: looseList, media: looseList })),
  meta: optional(z.object({ next_token: cursor, result_count: looseNumber }))
})
export type WireEnvelope = z.infer<typeof WireEnvelope>

/** Answer to a send. Only the event id proves it. */
export const WireSent = z.object({
  dm_event_id: WireId,
  dm_conversation_id: optional(z.union([z.string(), z.number()]).transform(String))
})

export const WireDeleted = z.object({ deleted: z.boolean() })

export const WireBlocked = z.object({ blocked: z.boolean() })

export function isWebAddress(text: string): boolean {
  const protocol = URL.parse(text)?.protocol
  return protocol === 'https:' || protocol === 'http:'
}
