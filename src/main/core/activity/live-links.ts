import type { LiveLine } from '../../../shared/contract/rows.ts'
import { isRecent } from '../clock/is-recent.ts'
import type { CoreDeps } from '../deps.ts'
import { type ActivityStream, openActivityStream, type StreamState } from '../x/activity-stream.ts'
import { ensureSubscriptions } from '../x/activity-subscriptions.ts'
import type { ActivityLine } from '../x/parse-activity.ts'
import type { XProblem } from '../x/problem.ts'
import type { TokenKeeper } from '../x/tokens.ts'
import type { RecordActivity } from './record-activity.ts'

/** An account that should be live. */
export interface LiveMember {
  readonly id: string
  readonly apiBase: string
  readonly appBearer: string
  readonly tokens: TokenKeeper
  readonly record: RecordActivity
  /** It is live from now on (true), or not any more (false). Also called again after each reconnect. */
  readonly onLive: (live: boolean) => void
  /** Its status line has changed. */
  readonly onChange: () => void
}

/** The live connections: one per X app, because X allows an app only two, shared by all its accounts. */
export interface LiveLinks {
  attach(member: LiveMember): void
  detach(accountId: string): Promise<void>
  line(accountId: string): LiveLine
  isLive(accountId: string): boolean
  /** Tries again now what waits. */
  retry(): void
  stop(): Promise<void>
}

interface Joined {
  readonly member: LiveMember
  subscribed: 'not-yet' | 'yes' | XProblem
  subscribedAt: number
  since: number
  wasLive: boolean
  failures: number
  cancelRetry: (() => void) | null
}

interface Link {
  readonly stream: ActivityStream
  readonly members: Map<string, Joined>
  /** Breaks off what is asked besides the stream. */
  readonly closing: AbortController
}

const off: LiveLine = { state: 'off', reason: null, since: null }
/** Subscriptions may be taken away at X's side; looked at again on a reconnect after this time. */
const TRUSTED_MS = 60 * 60_000
const FIRST_RETRY_MS = 60_000
const LONGEST_RETRY_MS = 15 * 60_000

export function createLiveLinks(deps: Pick<CoreDeps, 'clock' | 'log' | 'fetch'>): LiveLinks {
  const { clock, log } = deps
  const links = new Map<string, Link>()

  const linkOf = (accountId: string): [string, Link] | null => {
    for (const [key, link] of links) if (link.members.has(accountId)) return [key, link]
    return null
  }

  const settle = (joined: Joined, live: boolean): void => {
    if (live || joined.wasLive) {
      joined.wasLive = live
      joined.member.onLive(live)
    }
    joined.since = clock.now()
    joined.member.onChange()
  }

  const subscribe = async (link: Link, joined: Joined): Promise<void> => {
    joined.cancelRetry?.()
    joined.cancelRetry = null
    const { member } = joined
    const fresh = joined.subscribed === 'yes' && isRecent(joined.subscribedAt, TRUSTED_MS, clock.now())
    const { apiBase, appBearer } = member
    const problem = fresh
      ? null
      : await ensureSubscriptions({ ...deps, apiBase, appBearer, signal: link.closing.signal }, member)
    // Meanwhile it may have left, or the stream may have broken off.
    if (link.members.get(member.id) !== joined || link.closing.signal.aborted) return
    if (problem === null) {
      joined.failures = 0
      if (!fresh) joined.subscribedAt = clock.now()
      joined.subscribed = 'yes'
      settle(joined, link.stream.state().state === 'live')
      return
    }
    log.warn('the live connection has no subscription for an account', { account: member.id, kind: problem.kind })
    joined.subscribed = problem
    joined.failures += 1
    const delay = Math.min(LONGEST_RETRY_MS, FIRST_RETRY_MS * 2 ** (joined.failures - 1))
    joined.cancelRetry = clock.after(delay, () => trySubscribe(link, joined))
    settle(joined, false)
  }

  const trySubscribe = (link: Link, joined: Joined): void => {
    subscribe(link, joined).catch((error: unknown) => log.error('subscribing to activity failed', { error }))
  }

  const hear = (link: Link, line: ActivityLine): void => {
    if (line.errors.length > 0) log.info('X says something about the live connection', { titles: line.errors })
    if (line.skipped.length > 0) {
      log.warn('Parts of the live connection were skipped', { reasons: line.skipped.map((each) => each.reason) })
    }
    for (const [id, { member }] of link.members) {
      const own = line.activities.filter((each) => each.accountId === id)
      if (own.length === 0) continue
      try {
        member.record(own, line.users)
      } catch (error) {
        log.error('live activity could not be stored', { account: id, error })
        // A read will bring what is missing now.
        member.onLive(true)
      }
    }
  }

  const open = (member: LiveMember): Link => {
    const members = new Map<string, Joined>()
    const { apiBase, appBearer } = member
    const stream = openActivityStream({
      ...deps,
      apiBase,
      appBearer,
      onLine: (line) => hear(link, line),
      onState(state) {
        for (const joined of members.values()) {
          if (state.state === 'live') trySubscribe(link, joined)
          else settle(joined, false)
        }
      }
    })
    const link: Link = { stream, members, closing: new AbortController() }
    return link
  }

  const close = async (key: string, link: Link): Promise<void> => {
    links.delete(key)
    link.closing.abort()
    for (const joined of link.members.values()) joined.cancelRetry?.()
    link.members.clear()
    await link.stream.close()
  }

  return {
    attach(member) {
      const key = `${member.apiBase} ${member.appBearer}`
      const link = links.get(key) ?? open(member)
      links.set(key, link)
      const joined: Joined = {
        member,
        subscribed: 'not-yet',
        subscribedAt: 0,
        since: clock.now(),
        wasLive: false,
        failures: 0,
        cancelRetry: null
      }
      link.members.set(member.id, joined)
      if (link.stream.state().state === 'live') trySubscribe(link, joined)
      member.onChange()
    },
    async detach(accountId) {
      const found = linkOf(accountId)
      if (!found) return
      const [key, link] = found
      const joined = link.members.get(accountId)
      joined?.cancelRetry?.()
      link.members.delete(accountId)
      if (joined?.wasLive) joined.member.onLive(false)
      joined?.member.onChange()
      if (link.members.size === 0) await close(key, link)
    },
    line(accountId) {
      const link = linkOf(accountId)?.[1]
      const joined = link?.members.get(accountId)
      return link && joined ? lineOf(link.stream.state(), joined) : off
    },
    isLive: (accountId) => linkOf(accountId)?.[1].members.get(accountId)?.wasLive ?? false,
    retry() {
      for (const link of links.values()) {
        link.stream.retryNow()
        if (link.stream.state().state !== 'live') continue
        for (const joined of link.members.values()) if (joined.subscribed !== 'yes') trySubscribe(link, joined)
      }
    },
    async stop() {
      await Promise.all([...links].map(([key, link]) => close(key, link)))
    }
  }
}

function lineOf(stream: StreamState, joined: Joined): LiveLine {
  const { since } = joined
  switch (stream.state) {
    case 'connecting':
      return { state: 'connecting', reason: null, since }
    case 'waiting':
    case 'refused':
      return { state: stream.state, reason: stream.problem.detail, since }
    case 'live':
      if (joined.subscribed === 'yes') return { state: 'live', reason: null, since }
      if (joined.subscribed === 'not-yet') return { state: 'connecting', reason: null, since }
      return { state: 'refused', reason: joined.subscribed.detail, since }
  }
}
