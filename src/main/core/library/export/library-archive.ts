import { z } from 'zod'
import { ReplyContent, replyKinds, replyScopes } from '../../../../shared/domain/library/canned-reply.ts'
import { MAX_TAG_GROUP, MAX_TAG_NAME, tagColours } from '../../../../shared/domain/tag.ts'

/** What tells our own file from those of others. */
export const ARCHIVE = 'canned-replies'
const ARCHIVE_VERSION = 1

const id = z.string().min(1).max(100)
/** ms since 1970 */
const time = z.number().int()
const name = z.string().min(1).max(200)

const ArchivedVersion = z.object({
  id,
  number: z.number().int().min(1),
  savedAt: time,
  author: id,
  approvedBy: id.nullable(),
  approvedAt: time.nullable(),
  content: ReplyContent
})
export type ArchivedVersion = z.infer<typeof ArchivedVersion>

/** A reply with all its versions, the oldest first. */
export const ArchivedReply = z
  .object({
    id,
    kind: z.enum(replyKinds),
    folder: z.array(name).max(50),
    tags: z.array(name).max(200),
    scope: z.enum(replyScopes),
    team: name.nullable(),
    owner: id,
    createdAt: time,
    updatedAt: time,
    retiredAt: time.nullable(),
    /** Id of the version that agents insert; null: none. */
    approved: id.nullable(),
    newest: id,
    pending: z.enum(['draft', 'in-review']).nullable(),
    sentBack: z.string().max(1_000).nullable(),
    source: z.object({ system: name, id: z.string().min(1).max(500), hash: z.string().max(100).nullable() }).nullable(),
    versions: z.array(ArchivedVersion).min(1).max(10_000)
  })
  .refine(({ scope, team }) => (scope === 'team') === (team !== null))
  .refine(({ pending, approved, newest }) => (pending === null) === (approved === newest))
  .refine(({ versions, newest, approved }) => {
    const ids = new Set(versions.map((version) => version.id))
    const numbers = new Set(versions.map((version) => version.number))
    const whole = ids.size === versions.length && numbers.size === versions.length
    return whole && ids.has(newest) && (approved === null || ids.has(approved))
  })
export type ArchivedReply = z.infer<typeof ArchivedReply>

const ArchivedTag = z.object({
  id,
  name: z.string().min(1).max(MAX_TAG_NAME),
  colour: z.enum(tagColours),
  group: z.string().min(1).max(MAX_TAG_GROUP).nullable()
})
export type ArchivedTag = z.infer<typeof ArchivedTag>

const ArchivedPerson = z.object({ id, name })
export type ArchivedPerson = z.infer<typeof ArchivedPerson>

/** Around the replies: the people and tags that they name. `replies` is looked at one by one. */
export const ArchiveFrame = z.object({
  backchannel: z.literal(ARCHIVE),
  version: z.literal(ARCHIVE_VERSION),
  people: z.array(ArchivedPerson).max(10_000),
  tags: z.array(ArchivedTag).max(10_000),
  replies: z.array(z.unknown()),
  /** Contents of the files that versions name, each once; looked at one by one. */
  files: z.array(z.unknown()).default([])
})

export const ArchivedFile = z.object({ hash: z.string().max(100), data: z.string() })

/** The whole library. */
export interface LibraryArchive {
  readonly people: readonly ArchivedPerson[]
  readonly tags: readonly ArchivedTag[]
  readonly replies: readonly ArchivedReply[]
}

/** Without the contents of files. Always the same text for the same library: one field a line, in the order of the shapes above. */
export function writeArchive({ people, tags, replies }: LibraryArchive): string {
  return `${JSON.stringify({ backchannel: ARCHIVE, version: ARCHIVE_VERSION, people, tags, replies }, null, 2)}\n`
}
