import { v7 as uuidv7 } from 'uuid'
import type { NoticeRow } from '../../../shared/contract/attention-rows.ts'
import type { Notice, NoticeCustomer } from '../../../shared/domain/attention.ts'
import {
  decideNotice,
  noticeClock,
  type NoticeEvent,
  noticeEvents,
  type NoticeSound
} from '../../../shared/domain/notice-plan.ts'
import type { Database } from '../db/database.ts'
import type { Clock, SettingsStore } from '../deps.ts'
import type { Live } from '../live/live.ts'
import type { Team } from '../team/team.ts'
import { type Fact, newsFacts, otherFacts, signInFact } from './facts.ts'
import { forgetNews, forgetTold } from './news.ts'
import { pausedUntil, readNoticePlan } from './plan.ts'
import { digestNotice, noticeLevel } from './read-notice.ts'

/** Messages that come together are told together. Milliseconds. */
const SETTLE_MS = 1_500
/** Two notices are never closer together than this. */
const APART_MS = 30_000
/** How long the digest waits for other accounts, which may have to sign in again first. */
const OTHERS_MS = 60_000
/** Longer timers are cut by the system; looking again is free. Milliseconds. */
const LONGEST_WAIT_MS = 3_600_000
/** This many are named. */
const NAMED = 5

/** Decides what is worth a notification, for all windows alike; the hosts show it. */
export interface Attention {
  /** An account has read everything new. */
  caughtUp(accountId: string): void
  /** The computer has slept: what these accounts read now is told in one digest. */
  slept(accountIds: readonly string[]): void
  /** The newest notice; none before the first. */
  rows(): readonly NoticeRow[]
  stop(): void
}

export function createAttention(parts: {
  readonly db: Database
  readonly clock: Clock
  readonly live: Live
  readonly settings: SettingsStore
  readonly team: Pick<Team, 'me'>
  /** Ids of accounts that have to sign in again. */
  readonly signedOut: () => readonly string[]
}): Attention {
  const { db, clock, live, settings, team } = parts
  /** Accounts whose news is told as it comes. At the start nobody's: what came overnight is in plain sight. */
  const awake = new Set<string>()
  /** Accounts that slept: their news waits for the digest. And those of them that are not up to date yet. */
  const behind = new Set<string>()
  const reading = new Set<string>()
  /** Accounts of which it is known that they have to sign in again. */
  let signedOut = new Set<string>()
  let newest: NoticeRow | null = null
  let lastAt = Number.NEGATIVE_INFINITY
  /** Up to when everything but messages was looked at. */
  let lookedTo = clock.now()
  /** Whether something waits for the end of quiet hours. */
  let held = false
  let cancelTell: (() => void) | null = null
  let cancelDigest: (() => void) | null = null
  let cancelHeld: (() => void) | null = null

  const tell = (notice: Notice | null, sound: NoticeSound): void => {
    if (notice === null || noticeLevel(settings) === 'off') return
    lastAt = clock.now()
    newest = { id: uuidv7(), ...notice, sound, flash: readNoticePlan(settings).flash }
    live.touch('attention')
  }

  /** When notices are told again; null: now is as good as any time. `urgent`: what is urgent is told also now. */
  const quiet = (): { readonly until: number; readonly urgent: boolean } | null => {
    const now = clock.now()
    const paused = pausedUntil(settings, now)
    if (paused !== null) return { until: paused, urgent: false }
    const plan = readNoticePlan(settings)
    const hours = noticeClock(plan)
    if (hours === null || hours.isOpen(now)) return null
    return { until: hours.opensAt(now) ?? now + LONGEST_WAIT_MS, urgent: plan.hours.urgent }
  }

  /** What has happened and is worth a word, by the rules. */
  const gather = (): (Fact & { readonly sound: NoticeSound })[] => {
    const now = clock.now()
    const plan = readNoticePlan(settings)
    const level = noticeLevel(settings)
    const told = (account: string): boolean => awake.has(account) && !behind.has(account)
    const since = Math.min(lookedTo, now)
    const facts = [
      ...signIns(now),
      ...otherFacts(db, team.me(), level, since, now),
      ...newsFacts(db, team.me(), level, now)
    ].filter((fact) => fact.event === 'sign-in' || told(fact.account))
    return facts.flatMap((fact) => {
      const { tell: worth, sound } = decideNotice(plan, fact)
      return worth ? [{ ...fact, sound }] : []
    })
  }

  const signIns = (now: number): Fact[] => {
    const fresh = parts.signedOut().filter((id) => !signedOut.has(id))
    return fresh.map((id) => signInFact(db, id, now))
  }

  const tellNews = (): void => {
    cancelTell = null
    const now = clock.now()
    const silence = quiet()
    const facts = gather()
    const heard = silence === null ? facts : facts.filter(({ priority }) => silence.urgent && priority === 'urgent')
    lookedTo = now
    signedOut = new Set(parts.signedOut())
    const keys = heard.flatMap(({ key }) => (key === null ? [] : [key]))
    if (silence === null) {
      // Also what was read or answered in the meantime is no news any more, nor what a rule keeps quiet.
      const accounts = [...awake].filter((account) => !behind.has(account))
      if (accounts.length > 0) db.write((tx) => accounts.forEach((account) => forgetNews(tx, account)))
    } else {
      if (keys.length > 0) db.write((tx) => forgetTold(tx, keys))
      if (facts.length > heard.length) hold(silence.until)
    }
    const sound = heard[0]?.sound ?? 'none'
    tell(noticeOf(heard, now), sound)
  }

  const hold = (until: number): void => {
    held = true
    cancelHeld?.()
    cancelHeld = clock.after(Math.min(LONGEST_WAIT_MS, Math.max(0, until - clock.now())), tellHeld)
  }

  /** Quiet hours are over, or somebody has ended them: one digest tells who waits. */
  const tellHeld = (): void => {
    cancelHeld?.()
    cancelHeld = null
    if (!held) return
    const silence = quiet()
    if (silence !== null) return hold(silence.until)
    held = false
    const accounts = [...awake].filter((account) => !behind.has(account))
    if (accounts.length > 0) db.write((tx) => accounts.forEach((account) => forgetNews(tx, account)))
    tell(digestNotice(db, noticeLevel(settings), clock.now()), readNoticePlan(settings).sound)
  }

  const tellDigest = (): void => {
    cancelDigest?.()
    cancelDigest = null
    const plan = readNoticePlan(settings)
    const news = newsFacts(db, team.me(), 'names', clock.now()).filter(
      (fact) => behind.has(fact.account) && decideNotice(plan, fact).tell
    )
    db.write((tx) => behind.forEach((account) => forgetNews(tx, account)))
    behind.clear()
    reading.clear()
    lookedTo = clock.now()
    // Nothing new has come: nobody needs to be told who was waiting before.
    if (news.length === 0) return
    const silence = quiet()
    if (silence === null) tell(digestNotice(db, noticeLevel(settings), clock.now()), plan.sound)
    else hold(silence.until)
  }

  const somethingElse = (): boolean => {
    const now = clock.now()
    return signIns(now).length > 0 || otherFacts(db, team.me(), 'count', Math.min(lookedTo, now), now).length > 0
  }

  const stopListening = live.listen((topics) => {
    if (topics.has('settings') && held && quiet() === null) tellHeld()
    if (cancelTell !== null || awake.size === 0) return
    const other = topics.has('inbox') || topics.has('outbox') || topics.has('sla') || topics.has('sync')
    if (!topics.has('news') && !(other && somethingElse())) return
    // A clock that was set back must not silence anybody for hours.
    const since = Math.max(0, clock.now() - lastAt)
    cancelTell = clock.after(Math.max(SETTLE_MS, APART_MS - since), tellNews)
  })

  return {
    caughtUp(account) {
      if (!awake.has(account)) {
        awake.add(account)
        lookedTo = clock.now()
        db.write((tx) => forgetNews(tx, account))
      }
      if (!reading.delete(account)) return
      if (reading.size === 0) tellDigest()
      else cancelDigest ??= clock.after(OTHERS_MS, tellDigest)
    },
    slept(accounts) {
      for (const account of accounts.filter((each) => awake.has(each))) {
        behind.add(account)
        reading.add(account)
      }
    },
    rows: () => (newest === null ? [] : [newest]),
    stop() {
      stopListening()
      cancelTell?.()
      cancelDigest?.()
      cancelHeld?.()
    }
  }
}

/** All that happened in one notice: the most pressing in full, the rest by its number. */
function noticeOf(facts: readonly Fact[], now: number): Notice | null {
  const kinds = noticeEvents
    .map((event) => ({ event, of: facts.filter((fact) => fact.event === event) }))
    .filter(({ of }) => of.length > 0)
  const [first, ...rest] = kinds
  if (!first) return null
  const customers: NoticeCustomer[] = first.of.slice(0, NAMED).map(({ customer }) => customer)
  return {
    kind: kindOf(first.event),
    at: now,
    total: first.of.length,
    customers,
    ...(rest.length > 0 ? { also: rest.map(({ event, of }) => ({ kind: kindOf(event), total: of.length })) } : {})
  }
}

function kindOf(event: NoticeEvent): Exclude<Notice['kind'], 'digest'> {
  return event === 'message' ? 'messages' : event
}
