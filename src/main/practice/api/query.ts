import type { FieldSpelling } from './problems.ts'
import { invalidParameter } from './problems.ts'
import type { Reply } from './reply.ts'

/** A request that cannot be answered as asked; the server sends the reply. */
export class Refusal extends Error {
  readonly reply: Reply

  constructor(reply: Reply) {
    super('refused')
    this.reply = reply
  }
}

const EVENT_FIELDS = [
  'attachments',
  'created_at',
  'dm_conversation_id',
  'entities',
  'event_type',
  'id',
  'text'
] as const
const EVENT_FIELDS_OLD = ['participant_ids', 'referenced_tweets', 'sender_id'] as const
const EXPANSIONS = ['attachments.media_keys', 'participant_ids', 'sender_id'] as const
const USER_FIELDS =
  'affiliation,confirmed_email,connection_status,created_at,description,entities,id,is_identity_verified,location,most_recent_post_id,most_recent_tweet_id,name,parody,pinned_post_id,pinned_tweet_id,profile_banner_url,profile_image_url,protected,public_metrics,receives_your_dm,subscribes_to_you,subscription,subscription_type,url,username,verified,verified_followers_count,verified_type,withheld'.split(
    ','
  )
const MEDIA_FIELDS =
  'alt_text,duration_ms,height,media_key,non_public_metrics,organic_metrics,preview_image_url,promoted_metrics,public_metrics,type,url,variants,width'.split(
    ','
  )
const EVENT_TYPES = ['MessageCreate', 'ParticipantsJoin', 'ParticipantsLeave'] as const

export interface Dialect {
  readonly spelling: FieldSpelling
  /** Refuses names of the other spelling instead of being kind about them. */
  readonly strict: boolean
}

export interface FieldChoice {
  readonly event: ReadonlySet<string>
  readonly expansions: ReadonlySet<string>
  readonly user: ReadonlySet<string>
  readonly media: ReadonlySet<string>
}

/** Reads the field parameters every lookup has. @throws Refusal naming the first name that X does not know. */
export function readFields(query: URLSearchParams, dialect: Dialect): FieldChoice {
  const postFields = dialect.spelling === 'new' ? 'post.fields' : 'tweet.fields'
  if (dialect.strict) {
    const wrong = postFields === 'post.fields' ? 'tweet.fields' : 'post.fields'
    if (query.has(wrong)) throw unknownParameter(dialect, wrong)
  }
  const referenced = dialect.spelling === 'new' ? ['referenced_posts'] : ['referenced_tweets.id']
  const lenient = dialect.strict ? [] : ['referenced_posts', 'referenced_tweets', 'referenced_tweets.id']
  const oldFields = dialect.spelling === 'old' || !dialect.strict ? EVENT_FIELDS_OLD : []
  return {
    event: new Set([
      'id',
      'event_type',
      'text',
      ...listOf(query, 'dm_event.fields', [...EVENT_FIELDS, ...oldFields, ...lenient], dialect)
    ]),
    expansions: new Set(listOf(query, 'expansions', [...EXPANSIONS, ...referenced, ...lenient], dialect)),
    user: new Set(['id', 'name', 'username', ...listOf(query, 'user.fields', USER_FIELDS, dialect)]),
    media: new Set(['media_key', 'type', ...listOf(query, 'media.fields', MEDIA_FIELDS, dialect)])
  }
}

/** @throws Refusal for parameters that the endpoint does not have. */
export function refuseUnknown(query: URLSearchParams, known: readonly string[], dialect: Dialect): void {
  for (const name of query.keys()) if (!known.includes(name)) throw unknownParameter(dialect, name, known)
}

export const FIELD_PARAMETERS = [
  'dm_event.fields',
  'expansions',
  'user.fields',
  'media.fields',
  'post.fields',
  'tweet.fields'
] as const

/** 1 to 100, 100 when absent. @throws Refusal */
export function readMaxResults(query: URLSearchParams, dialect: Dialect): number {
  const raw = query.get('max_results')
  if (raw === null) return 100
  const value = Number(raw)
  if (/^\d+$/.test(raw) && value >= 1 && value <= 100) return value
  throw new Refusal(
    invalidParameter(
      dialect.spelling,
      'max_results',
      raw,
      `The \`max_results\` query parameter value [${raw}] is not between 1 and 100`
    )
  )
}

/** All three kinds when absent. @throws Refusal */
export function readEventTypes(query: URLSearchParams, dialect: Dialect): ReadonlySet<string> {
  return new Set(query.has('event_types') ? listOf(query, 'event_types', EVENT_TYPES, dialect) : EVENT_TYPES)
}

export function badPattern(dialect: Dialect, name: string, value: string, pattern: string): Refusal {
  return new Refusal(
    invalidParameter(
      dialect.spelling,
      name,
      value,
      `The \`${name}\` query parameter value [${value}] does not match ^${pattern}$`
    )
  )
}

function listOf(query: URLSearchParams, name: string, known: readonly string[], dialect: Dialect): string[] {
  const raw = query.get(name)
  if (raw === null) return []
  const values = raw.split(',')
  for (const value of values) {
    if (known.includes(value)) continue
    const list = [...new Set(known)].toSorted().join(',')
    throw new Refusal(
      invalidParameter(
        dialect.spelling,
        name,
        value,
        `The \`${name}\` query parameter value [${value}] is not one of [${list}]`
      )
    )
  }
  return values
}

function unknownParameter(dialect: Dialect, name: string, known: readonly string[] = []): Refusal {
  const list = known.length === 0 ? '' : ` is not one of [${known.join(',')}]`
  return new Refusal(
    invalidParameter(dialect.spelling, name, name, `The query parameter [${name}]${list || ' is not known'}`)
  )
}
