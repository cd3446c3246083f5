import type { World } from '../world.ts'
import { directConversation } from '../world/snowflake.ts'
import type { WorldEvent } from '../world/types.ts'
import type { Context } from './context.ts'
import { readPagingToken, writePagingToken } from './paging-token.ts'
import { forbidden, invalidParameter, notFound, problem } from './problems.ts'
import {
  badPattern,
  FIELD_PARAMETERS,
  readEventTypes,
  readFields,
  readMaxResults,
  Refusal,
  refuseUnknown
} from './query.ts'
import type { Reply } from './reply.ts'
import { json } from './reply.ts'
import { eventShape, includesFor } from './shapes.ts'

const WINDOW_MS = 30 * 86_400_000
const LIST_PARAMETERS = ['max_results', 'pagination_token', 'event_types', ...FIELD_PARAMETERS]

/** GET /2/dm_events */
export function listAllEvents(context: Context): Reply {
  const { world, userId, readLagMs } = context
  const known = (event: WorldEvent): boolean => !event.viaApi || event.at + readLagMs <= world.clock.now()
  return listEvents(context, 'all', (event) => known(event) && world.mayRead(userId, event.conversationId))
}

/** GET /2/dm_conversations/:id/dm_events */
export function listConversationEvents(context: Context): Reply {
  const { world, userId, dialect } = context
  const id = context.params[0] ?? ''
  if (!/^([0-9]{1,19}-[0-9]{1,19}|[0-9]{15,19})$/.test(id)) {
    throw badPattern(dialect, 'id', id, '([0-9]{1,19}-[0-9]{1,19}|[0-9]{15,19})')
  }
  const [a, b] = id.split('-')
  const conversationId = a !== undefined && b !== undefined ? directConversation(a, b) : id
  if (b === undefined && world.group(id) === undefined) {
    return problem(404, { ...notFound(dialect.spelling, 'dm_conversation', 'id', id), status: 404 })
  }
  if (!world.mayRead(userId, conversationId)) return forbidden('You are not permitted to read this conversation.')
  return listEvents(context, conversationId, (event) => event.conversationId === conversationId)
}

/** GET /2/dm_conversations/with/:participant_id/dm_events */
export function listEventsWith(context: Context): Reply {
  const id = context.params[0] ?? ''
  if (!/^[0-9]{1,19}$/.test(id)) throw badPattern(context.dialect, 'participant_id', id, '[0-9]{1,19}')
  const conversationId = directConversation(context.userId, id)
  return listEvents(context, conversationId, (event) => event.conversationId === conversationId)
}

/** GET /2/dm_events/:id */
export function getEvent(context: Context): Reply {
  const { world, userId, dialect, query } = context
  const id = context.params[0] ?? ''
  if (!/^[0-9]{1,19}$/.test(id)) throw badPattern(dialect, 'event_id', id, '[0-9]{1,19}')
  refuseUnknown(query, FIELD_PARAMETERS, dialect)
  const fields = readFields(query, dialect)
  const event = world.event(id)
  if (event === undefined || !world.mayRead(userId, event.conversationId) || event.deletedFor.includes(userId)) {
    return json(200, { errors: [notFound(dialect.spelling, 'dm_event', 'event_id', id)] })
  }
  world.ledger.read('event', id)
  const includes = includesFor(context, [event], fields, (user) => world.ledger.read('user', user))
  return json(200, { data: eventShape(event, fields, dialect), ...(includes === undefined ? {} : { includes }) })
}

function listEvents(context: Context, scope: string, belongs: (event: WorldEvent) => boolean): Reply {
  const { world, userId, query, dialect } = context
  refuseUnknown(query, LIST_PARAMETERS, dialect)
  const max = readMaxResults(query, dialect)
  const types = readEventTypes(query, dialect)
  const fields = readFields(query, dialect)
  const oldest = world.clock.now() - WINDOW_MS
  const wanted = (event: WorldEvent): boolean =>
    event.at >= oldest && types.has(event.type) && !event.deletedFor.includes(userId) && belongs(event)

  const token = query.get('pagination_token')
  const place = token === null ? null : readPagingToken(scope, token)
  if (token !== null && place === null) {
    throw new Refusal(
      invalidParameter(
        dialect.spelling,
        'pagination_token',
        token,
        `The \`pagination_token\` query parameter value [${token}] is not valid`
      )
    )
  }
  const page =
    place?.direction === 'previous'
      ? newerThan(world, place.eventId, max, wanted)
      : olderThan(world, place?.eventId ?? null, max, wanted)

  for (const event of page) world.ledger.read('event', event.id)
  const includes = includesFor(context, page, fields, (id) => world.ledger.read('user', id))
  const last = page.at(-1)
  const first = page[0]
  const more = last !== undefined && (context.trailingToken || olderThan(world, last.id, 1, wanted).length > 0)
  return json(200, {
    ...(page.length > 0 ? { data: page.map((event) => eventShape(event, fields, dialect)) } : {}),
    ...(includes === undefined ? {} : { includes }),
    meta: {
      result_count: page.length,
      ...(more ? { next_token: writePagingToken(scope, 'next', last.id) } : {}),
      ...(first === undefined ? {} : { previous_token: writePagingToken(scope, 'previous', first.id) })
    }
  })
}

function olderThan(world: World, id: string | null, max: number, wanted: (event: WorldEvent) => boolean): WorldEvent[] {
  const events = world.events()
  const page: WorldEvent[] = []
  for (
    let index = (id === null ? events.length : world.eventIndex(id)) - 1;
    index >= 0 && page.length < max;
    index -= 1
  ) {
    const event = events[index]
    if (event !== undefined && wanted(event)) page.push(event)
  }
  return page
}

function newerThan(world: World, id: string, max: number, wanted: (event: WorldEvent) => boolean): WorldEvent[] {
  const events = world.events()
  const page: WorldEvent[] = []
  for (let index = world.eventIndex(id); index < events.length && page.length < max; index += 1) {
    const event = events[index]
    if (event !== undefined && event.id !== id && wanted(event)) page.unshift(event)
  }
  return page
}
