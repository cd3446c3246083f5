import { z } from 'zod'
import type { PracticeClock } from './deps.ts'
import { machineClock } from './deps.ts'
import { hashText } from './seeded-random.ts'
import { createEventList } from './world/event-list.ts'
import type { Bill, Ledger } from './world/ledger.ts'
import { createLedger } from './world/ledger.ts'
import { appendMediaLink, shortenLinks } from './world/links.ts'
import type { WorldSignal } from './world/signals.ts'
import { directConversation, snowflake } from './world/snowflake.ts'
import type { TokenStore } from './world/tokens.ts'
import { createTokenStore } from './world/tokens.ts'
import { createUploadStore, type UploadStore } from './world/uploads.ts'
import type { EventType, MediaRecipe, WorldEvent, WorldGroup, WorldMedia, WorldUser } from './world/types.ts'
import { WorldEventSchema, WorldGroupSchema, WorldUserSchema } from './world/types.ts'

const MEDIA_KEY_PREFIX = { photo: '3', animated_gif: '16', video: '7', audio: '19' } as const

export interface SayOptions {
  readonly media?: MediaRecipe
  readonly altText?: string
  /** Milliseconds since 1970; now when absent. Earlier moments make history. */
  readonly at?: number
  readonly viaApi?: boolean
}

export interface WorldOptions {
  readonly clock?: PracticeClock
  /** The account that signs in. */
  readonly brand?: Partial<WorldUser>
  /** Whether a message with a medium ends with a t.co link to it, as X writes it. On by default. */
  readonly mediaLinks?: boolean
}

/** The people and messages of the simulated X. Everything is in memory; `snapshot` is the whole of it as JSON. */
export interface World {
  readonly clock: PracticeClock
  readonly brand: WorldUser
  readonly tokens: TokenStore
  readonly ledger: Ledger
  /** What is uploaded to be attached; in no snapshot. */
  readonly uploads: UploadStore
  users(): readonly WorldUser[]
  user(id: string): WorldUser | undefined
  /** Handles are found whatever their case. */
  userByUsername(username: string): WorldUser | undefined
  addUser(user: Partial<WorldUser>): WorldUser
  /** Oldest first. */
  events(): readonly WorldEvent[]
  event(id: string): WorldEvent | undefined
  /** The index in `events()` of the first event that is not older than `id`. */
  eventIndex(id: string): number
  group(id: string): WorldGroup | undefined
  groups(): readonly WorldGroup[]
  /** Current members; empty for a group that does not exist. */
  members(conversationId: string): readonly string[]
  /** Whether the user may read the conversation (takes or took part in it). */
  mayRead(userId: string, conversationId: string): boolean
  /** @param target a conversation id (1:1 or group) or the other user's id. @throws when a group is unknown. */
  say(fromUserId: string, target: string, text: string, options?: SayOptions): WorldEvent
  createGroup(memberIds: readonly string[], at?: number): WorldGroup
  join(conversationId: string, userIds: readonly string[], options?: { byUserId?: string; at?: number }): WorldEvent
  leave(conversationId: string, userIds: readonly string[], options?: { at?: number }): WorldEvent
  /** Whether a user takes no messages of another; what the other writes then reaches nobody. */
  setBlocked(userId: string, otherId: string, blocked: boolean): void
  isBlocked(userId: string, otherId: string): boolean
  /** Hides an event from one user ("delete a DM for yourself"). */
  deleteFor(userId: string, eventId: string): void
  /** Puts an event into the world whose answer is `raw` over what would be right; see `world/poison.ts`. */
  addRaw(conversationId: string, raw: Record<string, unknown>, options?: { senderId?: string; at?: number }): WorldEvent
  /** Forgets events older than this moment; X shows none of them in any list after 30 days. */
  forgetBefore(at: number): void
  /** What the brand sent through the API, oldest first. */
  readonly sent: readonly WorldEvent[]
  /** What X would have charged so far. */
  billing(): Bill
  /** Called after each event, also those of history. The returned function ends it. */
  onEvent(listener: (event: WorldEvent) => void): () => void
  /** Something happens beside messages: somebody types, reads, or writes in X Chat. */
  signal(signal: WorldSignal): void
  onSignal(listener: (signal: WorldSignal) => void): () => void
  /** Called after anything that a snapshot would show: events, people, tokens, deletions, charges. */
  onChange(listener: () => void): () => void
  snapshot(): unknown
  /** Replaces everything by a snapshot. @throws when it is none; the world is unchanged then. */
  restore(json: unknown): void
}

const SnapshotSchema = z.object({
  version: z.literal(1),
  brandId: z.string(),
  users: z.array(WorldUserSchema),
  groups: z.array(WorldGroupSchema),
  events: z.array(WorldEventSchema),
  /** `USER OTHER`: the user takes no messages of the other. */
  blocks: z.array(z.string()).default([]),
  tokens: z.unknown(),
  ledger: z.unknown()
})

export function createWorld(options: WorldOptions = {}): World {
  const clock = options.clock ?? machineClock
  const mediaLinks = options.mediaLinks ?? true
  const list = createEventList()
  const users = new Map<string, WorldUser>()
  const groups = new Map<string, WorldGroup>()
  const blocks = new Set<string>()
  const taken = new Set<string>()
  const listeners = new Set<(event: WorldEvent) => void>()
  const signalListeners = new Set<(signal: WorldSignal) => void>()
  const changeListeners = new Set<() => void>()
  const changed = (): void => {
    for (const listener of changeListeners) listener()
  }
  const tokens = createTokenStore(clock, changed)
  const ledger = createLedger(clock, changed)
  let lastLive = 0

  const newId = (at: number): string => {
    let sequence = 0
    while (taken.has(snowflake(at, sequence))) sequence += 1
    const id = snowflake(at, sequence)
    taken.add(id)
    return id
  }
  /** The next id in time's order: live ids never run backwards, even when the clock does. */
  const eventMoment = (at: number | undefined): { id: string; at: number } => {
    if (at !== undefined && at < lastLive) return { id: newId(at), at }
    const now = at ?? clock.now()
    lastLive = Math.max(lastLive, now)
    return { id: newId(lastLive), at: now }
  }
  const addUser = (given: Partial<WorldUser>): WorldUser => {
    const createdAt = given.createdAt ?? clock.now() - 400 * 86_400_000
    const username = given.username ?? `customer${users.size}`
    const user: WorldUser = {
      id: given.id ?? newId(createdAt + (hashText(username) % 86_400_000)),
      username,
      name: given.name ?? username,
      description: given.description ?? '',
      location: given.location ?? '',
      createdAt,
      verified: given.verified ?? false,
      protected: given.protected ?? false,
      followers: given.followers ?? 120,
      following: given.following ?? 180,
      acceptsDms: given.acceptsDms ?? true,
      hidden: given.hidden ?? false,
      followedByBrand: given.followedByBrand ?? false,
      followsBrand: given.followsBrand ?? false
    }
    users.set(user.id, user)
    changed()
    return user
  }
  let brand = addUser({ username: 'brand', name: 'Brand', ...options.brand })

  const emit = (event: WorldEvent): WorldEvent => {
    list.insert(event)
    for (const listener of listeners) listener(event)
    changed()
    return event
  }
  const makeMedia = (recipe: MediaRecipe, at: number, altText: string | undefined): WorldMedia => {
    const id = newId(at - 900)
    const prefix = MEDIA_KEY_PREFIX[mediaType(recipe)]
    const name = hashText(`media ${id}`).toString(36).padStart(8, '0')
    return { id, key: `${prefix}_${id}`, name, recipe, ...(altText === undefined ? {} : { altText }) }
  }
  const newEvent = (type: EventType, conversationId: string, at: number | undefined): WorldEvent => ({
    ...eventMoment(at),
    type,
    conversationId,
    senderId: null,
    text: '',
    links: [],
    media: null,
    participantIds: [],
    postIds: [],
    viaApi: false,
    deletedFor: []
  })
  const groupOf = (conversationId: string): WorldGroup => {
    const group = groups.get(conversationId)
    if (group === undefined) throw new Error(`There is no group ${conversationId}`)
    return group
  }

  const world: World = {
    clock,
    get brand() {
      return brand
    },
    tokens,
    ledger,
    uploads: createUploadStore(clock),
    users: () => [...users.values()],
    user: (id) => users.get(id),
    userByUsername: (username) =>
      [...users.values()].find((user) => user.username.toLowerCase() === username.toLowerCase()),
    addUser,
    events: () => list.all(),
    event: (id) => list.get(id),
    eventIndex: (id) => list.indexOf(id),
    group: (id) => groups.get(id),
    groups: () => [...groups.values()],
    members: (id) => (id.includes('-') ? id.split('-') : (groups.get(id)?.members ?? [])),
    mayRead: (userId, id) =>
      id.includes('-') ? id.split('-').includes(userId) : (groups.get(id)?.everMembers.includes(userId) ?? false),
    say(fromUserId, target, text, { media, altText, at, viaApi = false } = {}) {
      const direct = target.includes('-') || !groups.has(target)
      const conversationId = direct && !target.includes('-') ? directConversation(fromUserId, target) : target
      const event = newEvent('MessageCreate', conversationId, at)
      const shortened = shortenLinks(text, event.id)
      const linked =
        media === undefined || !mediaLinks ? shortened : appendMediaLink(shortened.text, shortened.links, event.id)
      const said: WorldEvent = {
        ...event,
        senderId: fromUserId,
        text: linked.text,
        links: linked.links,
        postIds: shortened.postIds,
        media: media === undefined ? null : makeMedia(media, event.at, altText),
        viaApi
      }
      const peer = direct ? conversationId.split('-').find((id) => id !== fromUserId) : undefined
      // Nobody gets it, not even the sender's own list.
      return peer !== undefined && world.isBlocked(peer, fromUserId) ? said : emit(said)
    },
    createGroup(memberIds, at) {
      const members = [...new Set(memberIds)]
      const group = { id: eventMoment(at).id, members, everMembers: members }
      groups.set(group.id, group)
      return group
    },
    join(conversationId, userIds, { byUserId, at } = {}) {
      const group = groupOf(conversationId)
      const add = (known: readonly string[]): string[] => [...new Set([...known, ...userIds])]
      groups.set(group.id, { ...group, members: add(group.members), everMembers: add(group.everMembers) })
      const event = newEvent('ParticipantsJoin', conversationId, at)
      return emit({ ...event, senderId: byUserId ?? null, participantIds: [...userIds] })
    },
    leave(conversationId, userIds, { at } = {}) {
      const group = groupOf(conversationId)
      groups.set(group.id, { ...group, members: group.members.filter((id) => !userIds.includes(id)) })
      return emit({ ...newEvent('ParticipantsLeave', conversationId, at), participantIds: [...userIds] })
    },
    setBlocked(userId, otherId, blocked) {
      if (blocked) blocks.add(`${userId} ${otherId}`)
      else blocks.delete(`${userId} ${otherId}`)
      changed()
    },
    isBlocked: (userId, otherId) => blocks.has(`${userId} ${otherId}`),
    deleteFor(userId, eventId) {
      list.get(eventId)?.deletedFor.push(userId)
      changed()
    },
    addRaw(conversationId, raw, { senderId, at } = {}) {
      return emit({ ...newEvent('MessageCreate', conversationId, at), senderId: senderId ?? null, raw })
    },
    forgetBefore(at) {
      const kept = list.all().filter((event) => event.at >= at)
      if (kept.length < list.all().length) list.replaceAll(kept)
    },
    get sent() {
      return list.all().filter((event) => event.viaApi && event.senderId === brand.id)
    },
    billing: () => ledger.bill(),
    onEvent(listener) {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
    signal(signal) {
      for (const listener of signalListeners) listener(signal)
    },
    onSignal(listener) {
      signalListeners.add(listener)
      return () => void signalListeners.delete(listener)
    },
    onChange(listener) {
      changeListeners.add(listener)
      return () => void changeListeners.delete(listener)
    },
    snapshot: () => ({
      version: 1,
      brandId: brand.id,
      users: [...users.values()],
      groups: [...groups.values()],
      events: list.all(),
      blocks: [...blocks],
      tokens: tokens.snapshot(),
      ledger: ledger.snapshot()
    }),
    restore(json) {
      const saved = SnapshotSchema.parse(json)
      const savedBrand = saved.users.find((user) => user.id === saved.brandId)
      if (savedBrand === undefined) throw new Error('The saved world has no brand account')
      tokens.restore(saved.tokens)
      ledger.restore(saved.ledger)
      users.clear()
      groups.clear()
      taken.clear()
      blocks.clear()
      for (const block of saved.blocks) blocks.add(block)
      for (const user of saved.users) users.set(user.id, user)
      for (const group of saved.groups) groups.set(group.id, group)
      for (const id of [...users.keys(), ...groups.keys()]) taken.add(id)
      for (const event of saved.events) {
        taken.add(event.id)
        if (event.media !== null) taken.add(event.media.id)
      }
      list.replaceAll(saved.events)
      lastLive = saved.events.reduce((latest, event) => Math.max(latest, event.at), 0)
      brand = savedBrand
    }
  }
  return world
}

/** X's name for the kind of medium. */
export function mediaType(recipe: MediaRecipe): 'photo' | 'animated_gif' | 'video' | 'audio' {
  switch (recipe.kind) {
    case 'picture':
      return 'photo'
    case 'gif':
      return 'animated_gif'
    case 'voice':
      return 'audio'
    case 'video':
      return 'video'
    case 'bytes':
      return recipe.type
  }
}
