import { AppError } from '../../../shared/contract/errors.ts'
import { assertNever } from '../../../shared/assert-never.ts'
import { contextualRules, prepareSendCheck } from '../../../shared/domain/send-check/check.ts'
import {
  type CheckContext,
  type CheckLevel,
  type CheckLevels,
  type Finding,
  type SendCheckRule,
  sendCheckRules
} from '../../../shared/domain/send-check/rule.ts'
import type { ReadDb, WriteDb } from '../db/database.ts'
import type { Clock } from '../deps.ts'
import { refuseMisplacedCodes } from '../promos/gate.ts'
import { readContext } from './context.ts'
import type { LanguageSource } from './language-source.ts'
import { readLevels, readVoice } from './levels.ts'
import { KEEP_OVERRIDE } from './sql.ts'

/** Where every reply passes before it is put into the outbox, whoever wrote it and wherever. */
export interface SendGate {
  /**
   * Lets nothing pass that a rule blocks; what only warns was the agent's to decide.
   * @throws {AppError} not-allowed, with what was found and what to do
   */
  check(db: ReadDb, target: { readonly accountId: string; readonly conversationId: string }, text: string): void
  /** Remembers which rules the agent overrode, for the lead to see which of them are in the way. */
  keep(db: WriteDb, outboxId: string, overridden: readonly SendCheckRule[], now: number): void
}

export function createSendGate(languages: LanguageSource, clock: Pick<Clock, 'now'>): SendGate {
  return {
    check(db, target, text) {
      refuseMisplacedCodes(db, target, text, clock.now())
      const levels = readLevels(db)
      const blocking = onlyBlocking(levels)
      if (blocking === null) return
      const check = prepareSendCheck({
        context: contextualRules.some((rule) => blocking[rule] === 'block') ? readContext(db, target) : nothingKnown,
        levels: blocking,
        voice: blocking.voice === 'off' ? [] : readVoice(db),
        detectLanguage: languages.detect
      })
      const [found] = check(text)
      if (found)
        throw new AppError('not-allowed', 'The team’s send check stops this reply: {why}', { why: refusal(found) })
    },
    keep(db, outboxId, overridden, now) {
      for (const rule of new Set(overridden)) db.run(KEEP_OVERRIDE, outboxId, rule, now)
      if (overridden.length > 0) db.touch('send-check')
    }
  }
}

/** Where no rule that blocks asks about the conversation, which is the usual case, nothing has to be read for a reply. */
const nothingKnown: CheckContext = { customers: [], own: [], others: [], theirs: [], waiting: 0, first: false }

/** The rules that block, all others off; null when none does. */
function onlyBlocking(levels: CheckLevels): CheckLevels | null {
  if (!Object.values(levels).includes('block')) return null
  const entries = sendCheckRules.map((rule): [SendCheckRule, CheckLevel] => [
    rule,
    levels[rule] === 'block' ? 'block' : 'off'
  ])
  return Object.fromEntries(entries) as Record<SendCheckRule, CheckLevel>
}

/** For the command line and the log of a script; the console says it in its own words before it comes to this. */
function refusal({ rule, detail }: Finding): string {
  switch (rule) {
    case 'placeholder':
      return `“${detail}” is not filled in. Write what belongs there.`
    case 'other-customer':
      return `“${detail}” is not who this conversation is with. Correct the name.`
    case 'personal-data':
      return 'it holds, or asks for, a card number, an account or a password. Take that out.'
    case 'link':
      return `the link ${detail} does not work for the customer. Correct it.`
    case 'unanswered-question':
      return 'a question of the customer is left open. Answer it.'
    case 'language':
      return 'it is not in the customer’s language. Write it in theirs.'
    case 'voice':
      return `“${detail}” is off the brand’s voice list. Say it another way.`
    case 'shouting':
      return 'it shouts. Write it in small letters.'
    case 'greeting':
      return 'a first reply needs a greeting. Begin with one.'
    case 'length':
      return `it has ${detail} characters, which is too long for a quick read. Shorten it.`
    case 'promo':
      return `the code ${detail} is not kept for this customer. Take it out.`
    default:
      return assertNever(rule)
  }
}
