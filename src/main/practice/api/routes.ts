import { setBlocked } from './blocks.ts'
import type { Context } from './context.ts'
import { downloadMedia } from './media-download.ts'
import { appendUpload, beginUpload, finishUpload, uploadStatus } from './media-upload.ts'
import type { Endpoint } from './rate-limits.ts'
import { getEvent, listAllEvents, listConversationEvents, listEventsWith } from './read-events.ts'
import type { Reply } from './reply.ts'
import { getMe, getUser, getUserByUsername, getUsers } from './users.ts'
import { createConversation, deleteEvent, sendInto, sendTo } from './write-events.ts'

export interface Route {
  readonly method: 'GET' | 'POST' | 'DELETE'
  /** `:` stands for one variable segment. */
  readonly path: string
  readonly endpoint: Endpoint
  readonly scopes: readonly string[]
  readonly handle: (context: Context) => Reply
}

const READ = ['dm.read', 'tweet.read', 'users.read']
const WRITE = ['dm.write', 'tweet.read', 'users.read']
const UPLOAD = ['media.write']
const USERS = ['tweet.read', 'users.read']

/** Everything that needs a signed-in user. The first match counts, so fixed segments stand before variable ones. */
const routes: readonly Route[] = [
  { method: 'GET', path: '/2/users/me', endpoint: 'users.me', scopes: USERS, handle: getMe },
  { method: 'GET', path: '/2/users', endpoint: 'users', scopes: USERS, handle: getUsers },
  { method: 'GET', path: '/2/users/by/username/:', endpoint: 'users', scopes: USERS, handle: getUserByUsername },
  { method: 'GET', path: '/2/users/:', endpoint: 'users', scopes: USERS, handle: getUser },
  {
    method: 'POST',
    path: '/2/users/:/dm/block',
    endpoint: 'users.dm.block',
    scopes: WRITE,
    handle: (context) => setBlocked(context, true)
  },
  {
    method: 'POST',
    path: '/2/users/:/dm/unblock',
    endpoint: 'users.dm.unblock',
    scopes: WRITE,
    handle: (context) => setBlocked(context, false)
  },
  { method: 'GET', path: '/2/dm_events', endpoint: 'dm_events', scopes: READ, handle: listAllEvents },
  { method: 'GET', path: '/2/dm_events/:', endpoint: 'dm_events.id', scopes: READ, handle: getEvent },
  {
    method: 'DELETE',
    path: '/2/dm_events/:',
    endpoint: 'dm_events.delete',
    scopes: ['dm.read', 'dm.write'],
    handle: deleteEvent
  },
  {
    method: 'GET',
    path: '/2/dm_conversations/with/:/dm_events',
    endpoint: 'dm_conversations.with.dm_events',
    scopes: READ,
    handle: listEventsWith
  },
  {
    method: 'GET',
    path: '/2/dm_conversations/:/dm_events',
    endpoint: 'dm_conversations.id.dm_events',
    scopes: READ,
    handle: listConversationEvents
  },
  {
    method: 'POST',
    path: '/2/dm_conversations/with/:/messages',
    endpoint: 'dm_conversations.with.messages',
    scopes: WRITE,
    handle: sendTo
  },
  {
    method: 'POST',
    path: '/2/dm_conversations/:/messages',
    endpoint: 'dm_conversations.id.messages',
    scopes: WRITE,
    handle: sendInto
  },
  {
    method: 'POST',
    path: '/2/dm_conversations',
    endpoint: 'dm_conversations',
    scopes: WRITE,
    handle: createConversation
  },
  {
    method: 'POST',
    path: '/2/media/upload/initialize',
    endpoint: 'media.initialize',
    scopes: UPLOAD,
    handle: beginUpload
  },
  {
    method: 'POST',
    path: '/2/media/upload/:/append',
    endpoint: 'media.append',
    scopes: UPLOAD,
    handle: appendUpload
  },
  {
    method: 'POST',
    path: '/2/media/upload/:/finalize',
    endpoint: 'media.finalize',
    scopes: UPLOAD,
    handle: finishUpload
  },
  { method: 'GET', path: '/2/media/upload', endpoint: 'media.status', scopes: UPLOAD, handle: uploadStatus },
  {
    method: 'GET',
    path: '/2/dm_conversations/media/:/:/:',
    endpoint: 'dm_media',
    scopes: ['dm.read'],
    handle: (context) => downloadMedia(context, true)
  },
  {
    method: 'GET',
    path: '/1.1/ton/data/dm/:/:/:',
    endpoint: 'dm_media',
    scopes: ['dm.read'],
    handle: (context) => downloadMedia(context, false)
  }
]

/** @returns the route and the variable segments, or null when X has no such endpoint. */
export function findRoute(method: string, path: string): { route: Route; params: readonly string[] } | null {
  const segments = path.split('/')
  for (const route of routes) {
    if (route.method !== method) continue
    const pattern = route.path.split('/')
    if (pattern.length !== segments.length) continue
    if (!pattern.every((part, index) => part === ':' || part === segments[index])) continue
    return { route, params: segments.filter((_, index) => pattern[index] === ':').map(decode) }
  }
  return null
}

function decode(segment: string): string {
  try {
    return decodeURIComponent(segment)
  } catch {
    return segment
  }
}
