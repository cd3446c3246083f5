import { AppError } from '../../../shared/contract/errors.ts'
import { conversationKey } from '../../../shared/domain/ids.ts'
import type { Database } from '../db/database.ts'
import type { Clock, Log } from '../deps.ts'
import { readConversationFacts } from '../library/conversation-facts.ts'
import type { Live } from '../live/live.ts'
import type { SendGate } from '../send-check/gate.ts'
import type { LanguageSource } from '../send-check/language-source.ts'
import type { Team } from '../team/team.ts'
import { askSurvey } from './ask.ts'
import { refusalOf } from './refusal.ts'
import { surveyText } from './survey-text.ts'
import { surveysOf, type Survey } from './surveys.ts'
import * as sql from './sql.ts'

/** So long a resolution can be taken back before its customer is asked: as long as undo is offered. */
const GRACE_MS = 10_000
/** Who was helped long ago, while this desk was closed, is not asked any more. */
const TOO_LATE_MS = 24 * 3_600_000
/** What is resolved in one go by the dozen was tidied up: nobody is asked. */
const MOST_AT_ONCE = 20
const RETRY_MS = 60_000

/** Sends surveys by themselves after conversations were resolved, where the lead wants that. */
export interface SurveySender {
  stop(): void
}

export function createSurveySender(parts: {
  readonly db: Database
  readonly clock: Clock
  readonly live: Live
  readonly log: Log
  readonly team: Team
  readonly gate: SendGate
  readonly languages: LanguageSource
  readonly wake: () => void
  readonly holdMs: () => number
  /** False on the command line, where nothing happens by itself. */
  readonly watching: boolean
}): SurveySender {
  const { db, clock, live, log, team, gate, languages } = parts
  let cancel: (() => void) | null = null
  let working = false
  let stopped = false

  const automatic = (): Survey | undefined => surveysOf(db, team).find(({ onResolve }) => onResolve === 'automatic')

  const plan = (ms: number): void => {
    if (!parts.watching || stopped || working || cancel !== null) return
    cancel = clock.after(ms, () => {
      cancel = null
      void step()
    })
  }

  function lookAhead(): void {
    if (automatic() === undefined) return
    const from = db.get<{ resolved_to: number }>(sql.PROGRESS)?.resolved_to ?? 0
    const next = db.get<{ at: number | null }>(sql.NEXT_RESOLVED, from, Number.MAX_SAFE_INTEGER)?.at ?? null
    if (next !== null) plan(Math.max(0, next + GRACE_MS - clock.now()))
  }

  async function step(): Promise<void> {
    if (stopped) return
    working = true
    let retry = false
    try {
      await languages.load()
      while (!stopped && sendNext()) {
        // One moment after the other, each in a transaction of its own.
      }
    } catch (error) {
      log.error('surveys could not be sent', { error })
      retry = true
    } finally {
      working = false
    }
    if (retry) plan(RETRY_MS)
    else if (!stopped) lookAhead()
  }

  /** The resolutions of one moment. @returns whether there may be more */
  function sendNext(): boolean {
    const now = clock.now()
    const sent = db.writeDurably((tx) => {
      const survey = automatic()
      const from = tx.get<{ resolved_to: number }>(sql.PROGRESS)?.resolved_to ?? 0
      const at = tx.get<{ at: number | null }>(sql.NEXT_RESOLVED, from, now - GRACE_MS)?.at ?? null
      if (survey === undefined || at === null) return null
      tx.run(sql.SET_PROGRESS, at)
      const rows = tx.all<sql.ResolvedRow>(sql.RESOLVED_AT, at, MOST_AT_ONCE + 1)
      if (rows.length > MOST_AT_ONCE || now - at > TOO_LATE_MS) return []
      return rows.flatMap((row) => {
        const target = { accountId: row.account_id, conversationId: row.conversation_id }
        if (refusalOf(tx, target, survey.everyDays, now) !== null) return []
        const conversation = conversationKey(target.accountId, target.conversationId)
        const { language } = readConversationFacts(tx, conversation, languages.detect)
        const member = team.me()
        const filled = surveyText(tx, survey, conversation, { language, agent: team.find(member).name, now })
        if (filled.incomplete) return []
        try {
          const asking = { conversation, survey, text: filled.text, member, holdMs: parts.holdMs(), automatic: true }
          return [askSurvey(tx, asking, gate, now).outboxId]
        } catch (error) {
          // It is refused before anything is written: the account is not connected, the send check stops it.
          if (error instanceof AppError) return []
          throw error
        }
      })
    })
    if (sent === null) return false
    if (sent.length > 0) parts.wake()
    return true
  }

  const stopListening = live.listen((topics) => {
    if (topics.has('inbox') || topics.has('surveys')) lookAhead()
  })
  lookAhead()
  return {
    stop() {
      stopped = true
      cancel?.()
      stopListening()
    }
  }
}
