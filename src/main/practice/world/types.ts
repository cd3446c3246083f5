import { z } from 'zod'

/** Everything of the world is plain JSON, because it is saved and read back; the schemas are the only definition. */

export const MotifSchema = z.enum(['mug', 'candle', 'parcel', 'broken-mug', 'receipt', 'teapot', 'plant'])
export type Motif = z.infer<typeof MotifSchema>

/** How to make the bytes of a medium. Kept instead of the bytes, so that a saved world stays small. */
export const MediaRecipeSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('picture'), motif: MotifSchema, seed: z.number() }),
  z.object({ kind: z.literal('gif'), motif: MotifSchema, seed: z.number() }),
  z.object({ kind: z.literal('voice'), seconds: z.number(), seed: z.number() }),
  z.object({ kind: z.literal('video') }),
  z.object({
    kind: z.literal('bytes'),
    type: z.enum(['photo', 'animated_gif', 'video', 'audio']),
    contentType: z.string(),
    base64: z.string(),
    width: z.number().optional(),
    height: z.number().optional(),
    durationMs: z.number().optional()
  })
])
export type MediaRecipe = z.infer<typeof MediaRecipeSchema>

export const WorldMediaSchema = z.object({
  id: z.string(),
  key: z.string(),
  /** File name of the last path segment, without extension. */
  name: z.string(),
  altText: z.string().optional(),
  recipe: MediaRecipeSchema
})
export type WorldMedia = z.infer<typeof WorldMediaSchema>

/** A link of a text: `url` is the t.co address in the text. Offsets are counted in code points, end exclusive. */
export const WorldLinkSchema = z.object({
  start: z.number(),
  end: z.number(),
  url: z.string(),
  expanded: z.string(),
  display: z.string()
})
export type WorldLink = z.infer<typeof WorldLinkSchema>

export const EventTypeSchema = z.enum(['MessageCreate', 'ParticipantsJoin', 'ParticipantsLeave'])
export type EventType = z.infer<typeof EventTypeSchema>

export const WorldEventSchema = z.object({
  id: z.string(),
  type: EventTypeSchema,
  conversationId: z.string(),
  /** Milliseconds since 1970. */
  at: z.number(),
  senderId: z.string().nullable(),
  /** As X returns it: links are t.co addresses already. */
  text: z.string(),
  links: z.array(WorldLinkSchema),
  media: WorldMediaSchema.nullable(),
  /** Who joined or left; empty for messages. */
  participantIds: z.array(z.string()),
  /** Ids of posts whose links are in the text. */
  postIds: z.array(z.string()),
  /** True for what came in through a POST: such events appear late in `/2/dm_events` when a read lag is set. */
  viaApi: z.boolean(),
  /** Users who deleted it for themselves. */
  deletedFor: z.array(z.string()),
  /** Overrides the answer's JSON, key by key: for broken events in tests. */
  raw: z.record(z.string(), z.unknown()).optional()
})
export type WorldEvent = z.infer<typeof WorldEventSchema>

export const WorldUserSchema = z.object({
  id: z.string(),
  username: z.string(),
  name: z.string(),
  description: z.string(),
  location: z.string(),
  createdAt: z.number(),
  verified: z.boolean(),
  protected: z.boolean(),
  followers: z.number(),
  following: z.number(),
  /** False: every send to this user is refused with 403. */
  acceptsDms: z.boolean(),
  /** True: no lookup finds this user, as with suspended accounts. */
  hidden: z.boolean(),
  /** Whether the brand follows this user, and this user the brand. */
  followedByBrand: z.boolean().default(false),
  followsBrand: z.boolean().default(false)
})
export type WorldUser = z.infer<typeof WorldUserSchema>

export const WorldGroupSchema = z.object({
  id: z.string(),
  members: z.array(z.string()),
  /** Everybody who ever took part; they keep what they could read. */
  everMembers: z.array(z.string())
})
export type WorldGroup = z.infer<typeof WorldGroupSchema>
