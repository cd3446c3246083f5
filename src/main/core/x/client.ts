import type { z } from 'zod'
import { XId, normaliseConversationId } from '../../../shared/domain/ids.ts'
import type { IncomingUser } from '../sync/incoming.ts'
import { checkedBase } from './addresses.ts'
import { type ClockReading, readClock } from './clock-reading.ts'
import { exchange } from './exchange.ts'
import { createMediaDownloader, type DownloadOptions, type MediaDownload } from './media-download.ts'
import { createMediaUploads, type MediaUploads } from './media-upload.ts'
import { parseEventPage, type EventPage, type ParsedPage } from './parse-events.ts'
import { parseUsers } from './parse-users.ts'
import type { Charge } from './prices.ts'
import { notSent, type XProblem } from './problem.ts'
import { addFields, createRequestedFields, type ExpandableFact, type FieldQuery } from './requested-fields.ts'
import { createRequester, type ApiAnswer, type ApiRequest, type RequestDeps, type Tally } from './requests.ts'
import {
  chargesOf,
  failure,
  newTally,
  partialErrors,
  problemInsteadOfData,
  successOf,
  unknownShape,
  type XResult,
  type XSuccess
} from './results.ts'
import type { Skipped } from './skipped.ts'
import { WireBlocked, WireDeleted, WireSent } from './wire-schemas.ts'

// The result belongs to this surface; it only lives apart from it.
export type { XResult } from './results.ts'

export interface PageQuery {
  /** 1 to 100. */
  readonly maxResults: number
  /** `nextToken` of the page before. */
  readonly paginationToken?: string | undefined
}

/** X's proof of a send. It says nothing else: no text, no time. */
export interface SentMessage {
  readonly eventId: string
  /** Normal form; null when X left it out or writes it in an unknown way. */
  readonly conversationId: string | null
}

export interface XClient extends MediaUploads {
  /**
   * X's clock, from a request that X counts for nobody and charges nothing for: the head of its public specification,
   * without a sign-in. Null when the answer does not tell it.
   */
  time(): Promise<
    { readonly ok: true; readonly heard: ClockReading | null } | { readonly ok: false; readonly problem: XProblem }
  >
  /** The account of the sign-in. */
  me(): Promise<XResult<IncomingUser>>
  /** Up to 100 profiles at once; `missing` are those X does not give (deleted, suspended). */
  users(ids: readonly string[]): Promise<XResult<{ users: readonly IncomingUser[]; missing: readonly string[] }>>
  /** @param username with or without the @. */
  userByUsername(username: string): Promise<XResult<IncomingUser>>
  /** All conversations together, newest first, of about 30 days. */
  dmEvents(query: PageQuery & { readonly withUsers: boolean }): Promise<XResult<EventPage>>
  conversationEvents(query: PageQuery & { readonly conversationId: string }): Promise<XResult<EventPage>>
  /** The 1:1 conversation with a user. */
  participantEvents(query: PageQuery & { readonly participantId: string }): Promise<XResult<EventPage>>
  /**
   * Sends are never repeated by the client; `problem.effect` tells whether one may have happened.
   * @param mediaId an upload that is ready; with it the text may be empty.
   */
  sendToParticipant(participantId: string, text: string, mediaId?: string | null): Promise<XResult<SentMessage>>
  sendToConversation(conversationId: string, text: string, mediaId?: string | null): Promise<XResult<SentMessage>>
  /** Always makes a new group of 2 to 49 others. */
  createGroup(participantIds: readonly string[], text: string): Promise<XResult<SentMessage>>
  /** Deletes a message on this account's side. */
  deleteEvent(id: string): Promise<XResult<{ deleted: boolean }>>
  /** Whether somebody may send messages to this account. Asking again changes nothing more. */
  setMessagesBlocked(userId: string, blocked: boolean): Promise<XResult<{ blocked: boolean }>>
  /** Opens a picture, clip or avatar. Only X's own hosts are asked; the token goes to the API alone. */
  downloadMedia(url: string, options?: DownloadOptions): Promise<XResult<MediaDownload>>
}

/** `apiBase`: `https://api.x.com`, or the practice server on loopback. @throws AppError invalid-input for a bad `apiBase`. */
export function createXClient(given: RequestDeps): XClient {
  const deps = { ...given, apiBase: checkedBase(given.apiBase) }
  const { log } = deps
  const send = createRequester(deps)
  const download = createMediaDownloader(deps)
  const fields = createRequestedFields()

  /** Asks with the fields of this server; a refused field is left out and the request made again. */
  async function ask(
    request: ApiRequest,
    parameters: URLSearchParams,
    fieldsNow: () => FieldQuery,
    tally: Tally
  ): Promise<ApiAnswer> {
    for (let attempt = 1; ; attempt++) {
      const asked = fieldsNow()
      const query = new URLSearchParams(parameters)
      addFields(query, asked)
      const answer = await send({ ...request, path: `${request.path}?${query.toString()}` }, tally)
      if (answer.ok || answer.problem.kind !== 'invalid-request' || attempt > MAX_REFUSALS) return answer
      if (!fields.learnFromRefusal(answer.body, asked)) return answer
      log.info('X refuses a field; asking without it', { endpoint: request.endpoint })
    }
  }

  async function eventPage(
    request: ApiRequest,
    { maxResults, paginationToken }: PageQuery,
    withUsers: boolean,
    conversationId: string | null
  ): Promise<XResult<EventPage>> {
    const tally = newTally()
    if (!Number.isInteger(maxResults) || maxResults < 1 || maxResults > 100) {
      return failure(notSent('A page holds 1 to 100 events.', 'max_results'), tally)
    }
    const parameters = new URLSearchParams({ max_results: String(maxResults) })
    if (paginationToken !== undefined) parameters.set('pagination_token', paginationToken)

    const read = async (): Promise<
      { ok: true; parsed: ParsedPage; errors: Skipped[] } | { ok: false; problem: XProblem }
    > => {
      const answer = await ask(request, parameters, () => fields.forEvents(withUsers), tally)
      if (!answer.ok) return answer
      const problem = problemInsteadOfData(answer.envelope, answer.status)
      if (problem !== null) return { ok: false, problem }
      const parsed = parseEventPage(answer.envelope, conversationId)
      if (parsed === null) return { ok: false, problem: unknownShape(answer.status) }
      return { ok: true, parsed, errors: partialErrors(answer.envelope) }
    }

    let outcome = await read()
    if (!outcome.ok) return failure(outcome.problem, tally)
    const expandable = missingFacts(outcome.parsed.page).filter((fact) => fields.expand(fact))
    if (expandable.length > 0 && !withUsers) {
      // The newer spelling: who wrote comes only with the expansion. The same events are not charged again that day.
      outcome = await read()
      if (!outcome.ok) return failure(outcome.problem, tally)
    }
    // Whatever is still missing was asked for with the expansion by now.
    for (const fact of missingFacts(outcome.parsed.page)) fields.giveUpExpanding(fact)
    const { page, skipped, paidEventIds } = outcome.parsed
    const charges = chargesOf(['dm-read', paidEventIds], ['user-read', page.users.map((user) => user.id)])
    // A token that leads to itself would never end.
    const value = page.nextToken === paginationToken ? { ...page, nextToken: null } : page
    return success(request, value, tally, charges, [...skipped, ...outcome.errors])
  }

  async function oneUser(endpoint: 'me' | 'user-by-username', path: string): Promise<XResult<IncomingUser>> {
    const tally = newTally()
    const request: ApiRequest = { endpoint, method: 'GET', path }
    const answer = await ask(request, new URLSearchParams(), fields.forUsers, tally)
    if (!answer.ok) return failure(answer.problem, tally)
    const problem = problemInsteadOfData(answer.envelope, answer.status)
    if (problem !== null) return failure(problem, tally)
    const user = parseUsers([answer.envelope.data]).users[0]
    if (user === undefined) return failure(unknownShape(answer.status), tally)
    return success(request, user, tally, chargesOf(['user-read', [user.id]]), partialErrors(answer.envelope))
  }

  async function sendMessage(
    endpoint: 'send-to-participant' | 'send-to-conversation' | 'create-group',
    path: string,
    text: string,
    mediaId: string | null,
    body: (message: WireMessage) => unknown
  ): Promise<XResult<SentMessage>> {
    const tally = newTally()
    // Half a surrogate pair cannot be written as UTF-8; X would refuse or garble it.
    const wellFormed = text.toWellFormed()
    const empty = wellFormed.trim() === ''
    if (empty && mediaId === null) return failure(notSent('A message needs a text.', 'text'), tally)
    // An empty text is refused; it is left out beside an attachment.
    const message: WireMessage = {
      ...(empty ? {} : { text: wellFormed }),
      ...(mediaId === null ? {} : { attachments: [{ media_id: mediaId }] })
    }
    const request: ApiRequest = { endpoint, method: 'POST', path, body: body(message), secrets: [wellFormed] }
    const answer = await send(request, tally)
    if (!answer.ok) return failure(answer.problem, tally)
    const sent = WireSent.safeParse(answer.envelope.data)
    if (!sent.success) {
      const problem = problemInsteadOfData(answer.envelope, answer.status, [wellFormed])
      return failure(problem ?? unknownShape(answer.status), tally)
    }
    const { dm_event_id: eventId, dm_conversation_id: named } = sent.data
    const value = { eventId, conversationId: named === undefined ? null : normaliseConversationId(named) }
    return success(request, value, tally, chargesOf(['dm-send', [eventId]]), [])
  }

  /** Skipped parts go to the log once, with reasons that hold nothing private. */
  /** Changes one thing at X, which says how it stands then. */
  async function change<T>(
    request: ApiRequest,
    shape: z.ZodType<T>,
    charge: readonly [Charge['kind'], readonly string[]]
  ): Promise<XResult<T>> {
    const tally = newTally()
    const answer = await send(request, tally)
    if (!answer.ok) return failure(answer.problem, tally)
    const read = shape.safeParse(answer.envelope.data)
    if (!read.success) {
      const problem = problemInsteadOfData(answer.envelope, answer.status)
      return failure(problem ?? unknownShape(answer.status), tally)
    }
    return success(request, read.data, tally, chargesOf(charge), [])
  }

  function success<T>(
    request: ApiRequest,
    value: T,
    tally: Tally,
    charges: readonly Charge[],
    skipped: readonly Skipped[]
  ): XSuccess<T> {
    if (skipped.length > 0) {
      const reasons = [...new Set(skipped.map((each) => each.reason))].slice(0, 10)
      log.warn('Parts of an answer of X were skipped', { endpoint: request.endpoint, count: skipped.length, reasons })
    }
    return successOf(value, tally, charges, skipped)
  }

  return {
    async time() {
      const startedAt = deps.clock.now()
      const url = `${deps.apiBase}/2/openapi.json`
      const exchanged = await exchange(deps, {
        method: 'HEAD',
        url,
        headers: { 'user-agent': 'Backchannel' },
        body: null
      })
      if (!exchanged.ok) return exchanged
      return { ok: true, heard: readClock(exchanged.answer.headers, startedAt, deps.clock.now()) }
    },
    ...createMediaUploads(send),

    me: () => oneUser('me', '/2/users/me'),

    async users(ids) {
      const tally = newTally()
      const request: ApiRequest = { endpoint: 'users', method: 'GET', path: '/2/users' }
      const wanted = [...new Set(ids)].filter(isXId)
      if (wanted.length > 100) return failure(notSent('X gives 100 profiles at once.', 'ids'), tally)
      if (wanted.length === 0) return success(request, { users: [], missing: [...ids] }, tally, [], [])
      const answer = await ask(request, new URLSearchParams({ ids: wanted.join(',') }), fields.forUsers, tally)
      if (!answer.ok) return failure(answer.problem, tally)
      const { data } = answer.envelope
      if (data !== undefined && data !== null && !Array.isArray(data))
        return failure(unknownShape(answer.status), tally)
      const problem = problemInsteadOfData(answer.envelope, answer.status)
      if (problem !== null && problem.kind !== 'not-found' && problem.kind !== 'forbidden')
        return failure(problem, tally)
      const { users, skipped } = parseUsers(data ?? [])
      const found = new Set(users.map((user) => user.id))
      const missing = [...new Set(ids)].filter((id) => !found.has(id))
      return success(request, { users, missing }, tally, chargesOf(['user-read', [...found]]), skipped)
    },

    async userByUsername(username) {
      const name = username.trim().replace(/^@/, '')
      if (!/^\w{1,50}$/.test(name))
        return failure(notSent('A username has letters, digits and _ only.', 'username'), newTally())
      return oneUser('user-by-username', `/2/users/by/username/${name}`)
    },

    dmEvents: ({ withUsers, ...query }) =>
      eventPage({ endpoint: 'dm-events', method: 'GET', path: '/2/dm_events' }, query, withUsers, null),

    async conversationEvents({ conversationId, ...query }) {
      const id = normaliseConversationId(conversationId)
      if (id === null) return failure(notSent(badConversationId, 'id'), newTally())
      const path = `/2/dm_conversations/${id}/dm_events`
      return eventPage({ endpoint: 'conversation-events', method: 'GET', path }, query, false, id)
    },

    async participantEvents({ participantId, ...query }) {
      if (!isXId(participantId)) return failure(notSent(badUserId, 'participant_id'), newTally())
      const path = `/2/dm_conversations/with/${participantId}/dm_events`
      return eventPage({ endpoint: 'participant-events', method: 'GET', path }, query, false, null)
    },

    async sendToParticipant(participantId, text, mediaId = null) {
      if (!isXId(participantId)) return failure(notSent(badUserId, 'participant_id'), newTally())
      const path = `/2/dm_conversations/with/${participantId}/messages`
      return sendMessage('send-to-participant', path, text, mediaId, (message) => message)
    },

    async sendToConversation(conversationId, text, mediaId = null) {
      const id = normaliseConversationId(conversationId)
      if (id === null) return failure(notSent(badConversationId, 'dm_conversation_id'), newTally())
      const path = `/2/dm_conversations/${id}/messages`
      return sendMessage('send-to-conversation', path, text, mediaId, (message) => message)
    },

    async createGroup(participantIds, text) {
      const ids = [...new Set(participantIds)]
      if (!ids.every(isXId)) return failure(notSent(badUserId, 'participant_ids'), newTally())
      if (ids.length < 2 || ids.length > 49) {
        return failure(notSent('A group has 2 to 49 other people.', 'participant_ids'), newTally())
      }
      const group = { conversation_type: 'Group', participant_ids: ids }
      return sendMessage('create-group', '/2/dm_conversations', text, null, (message) => ({ ...group, message }))
    },

    async deleteEvent(id) {
      if (!isXId(id)) return failure(notSent('This is no id of a message.', 'event_id'), newTally())
      const request: ApiRequest = { endpoint: 'delete-event', method: 'DELETE', path: `/2/dm_events/${id}` }
      return change(request, WireDeleted, ['dm-delete', [id]])
    },

    async setMessagesBlocked(userId, wanted) {
      if (!isXId(userId)) return failure(notSent(badUserId, 'id'), newTally())
      const request: ApiRequest = {
        endpoint: wanted ? 'block-messages' : 'unblock-messages',
        method: 'POST',
        path: `/2/users/${userId}/dm/${wanted ? 'block' : 'unblock'}`
      }
      return change(request, WireBlocked, ['privacy-update', [userId]])
    },

    async downloadMedia(url, options = {}) {
      const tally = newTally()
      const outcome = await download(url, options, tally)
      if (!outcome.ok) return failure(outcome.problem, tally)
      return success({ endpoint: 'media', method: 'GET', path: '' }, outcome.value, tally, [], [])
    }
  }
}

/** A message in the body of a send. */
interface WireMessage {
  readonly text?: string
  readonly attachments?: readonly { readonly media_id: string }[]
}

/** How often one call may be made again without a refused field. */
const MAX_REFUSALS = 4

const badConversationId = 'This is no id of a conversation that X could know.'
const badUserId = 'This is no id of a user: it has 1 to 19 digits.'

function isXId(text: string): boolean {
  return XId.safeParse(text).success
}

/** Which facts this page lacks altogether, as a page in the newer spelling does; a single lack is that event's own. */
function missingFacts(page: EventPage): ExpandableFact[] {
  const messages = page.events.filter((event) => event.kind === 'message')
  const changes = page.events.filter((event) => event.kind === 'join' || event.kind === 'leave')
  const facts: ExpandableFact[] = []
  if (messages.length > 0 && messages.every((event) => event.senderId === null)) facts.push('sender_id')
  if (changes.length > 0 && changes.every((event) => event.userIds.length === 0)) facts.push('participant_ids')
  return facts
}
