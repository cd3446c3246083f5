import type {
  AskedSurveyRow,
  CustomerSurveysRow,
  SurveyChoiceRow,
  SurveyOfferRow,
  SurveyRow
} from '../../../shared/contract/survey-rows.ts'
import { conversationKey, splitConversationKey } from '../../../shared/domain/ids.ts'
import type { Doubt } from '../../../shared/domain/survey/survey.ts'
import { sameCustomer } from '../customers/links.ts'
import type { ReadDb } from '../db/database.ts'
import type { Clock } from '../deps.ts'
import type { Live } from '../live/live.ts'
import { readConversationFacts } from '../library/conversation-facts.ts'
import type { QueryDefinition } from '../live/query-definition.ts'
import type { DetectLanguage } from '../../../shared/domain/send-check/rule.ts'
import type { LanguageSource } from '../send-check/language-source.ts'
import type { Team } from '../team/team.ts'
import { refusalOf } from './refusal.ts'
import { type FilledText, surveyText } from './survey-text.ts'
import { allSurveys, type Survey, surveysOf } from './surveys.ts'
import * as sql from './sql.ts'

/** So long a survey is offered after its conversation was resolved. */
const OFFERED_MS = 10 * 60_000
const MOST_OFFERS = 5
const MOST_IN_THREAD = 20
const MOST_SCORES = 20
/** Of an answer, shown beside the question what it means. UTF-16 units. */
const MOST_SAID = 200

interface SurveyParts {
  readonly db: ReadDb
  readonly clock: Pick<Clock, 'now'>
  readonly team: Team
  readonly languages: LanguageSource
  readonly live: Pick<Live, 'touch'>
}

type SurveyQuery = 'surveys.list' | 'surveys.choices' | 'surveys.offers' | 'surveys.inThread' | 'surveys.ofCustomer'

export function surveyQueries({ db, clock, team, languages, live }: SurveyParts): {
  [N in SurveyQuery]: QueryDefinition<N>
} {
  // One language needs no choice, and the detector is a megabyte: it comes once there is something to choose.
  let isComing = false
  const detect = (surveys: readonly Survey[]): DetectLanguage | null => {
    if (languages.detect === null && !isComing && surveys.some(({ texts }) => texts.length > 1)) {
      isComing = true
      void languages.load().then(() => live.touch('surveys'))
    }
    return languages.detect
  }
  const fill = (survey: Survey, conversation: string): FilledText => {
    const { language } = readConversationFacts(db, conversation, languages.detect)
    return surveyText(db, survey, conversation, { language, agent: team.find(team.me()).name, now: clock.now() })
  }
  return {
    'surveys.list': {
      topics: () => ['surveys', 'outbox'],
      rows: () =>
        allSurveys(db).map((survey): SurveyRow => {
          const figures = db.get<{ asked: number; answered: number; average: number | null }>(sql.FIGURES, survey.id)
          return { ...survey, asked: 0, answered: 0, average: null, ...figures }
        })
    },
    'surveys.choices': {
      topics: ({ conversation }) => ['surveys', 'team', 'settings', 'customers', `thread:${conversation}`],
      rows({ conversation }) {
        const surveys = surveysOf(db, team)
        detect(surveys)
        return surveys.map((survey): SurveyChoiceRow => {
          const { id, kind, name, everyDays } = survey
          const refused = refusalOf(db, splitConversationKey(conversation), everyDays, clock.now())
          return { id, kind, name, ...fill(survey, conversation), refused }
        })
      }
    },
    'surveys.offers': {
      topics: () => ['surveys', 'team', 'settings', 'inbox'],
      rows() {
        // Asked from the start on: by the time of the first survey the customer's language can be told.
        detect(surveysOf(db, team))
        return offers(db, { clock, team }, fill)
      }
    },
    'surveys.inThread': {
      topics: ({ conversation }) => ['surveys', `thread:${conversation}`],
      rows({ conversation }) {
        const { accountId, conversationId } = splitConversationKey(conversation)
        return db
          .all<sql.AskedRow>(sql.ASKED_IN, accountId, conversationId, MOST_IN_THREAD)
          .map((asked) => toAskedRow(db, asked))
      }
    },
    'surveys.ofCustomer': {
      topics: () => ['surveys', 'customers'],
      rows: ({ user }) => [ofCustomer(db, user)]
    }
  }
}

function offers(
  db: ReadDb,
  { clock, team }: Pick<SurveyParts, 'clock' | 'team'>,
  fill: (survey: Survey, conversation: string) => FilledText
): SurveyOfferRow[] {
  const survey = surveysOf(db, team).find(({ onResolve }) => onResolve === 'offer')
  if (survey === undefined) return []
  const now = clock.now()
  const resolved = db.all<sql.ResolvedRow & { title: string }>(sql.RESOLVED_SINCE, now - OFFERED_MS, MOST_OFFERS)
  const rows: SurveyOfferRow[] = []
  for (const { account_id: accountId, conversation_id: conversationId, at, title } of resolved) {
    if (refusalOf(db, { accountId, conversationId }, survey.everyDays, now) !== null) continue
    const conversation = conversationKey(accountId, conversationId)
    const { text, incomplete } = fill(survey, conversation)
    if (incomplete) continue
    rows.push({ id: `${conversation} ${at}`, conversation, title, survey: survey.id, name: survey.name, text })
  }
  return rows
}

function toAskedRow(db: ReadDb, asked: sql.AskedRow): AskedSurveyRow {
  const answer = db.get<sql.AnswerRow>(sql.ANSWER, asked.id)
  return {
    id: asked.id,
    kind: asked.kind,
    name: asked.name ?? '',
    askedAt: asked.asked_at,
    message: asked.sent_at === null ? null : asked.event_id,
    until: asked.sent_at === null ? null : asked.sent_at + asked.window_ms,
    answer:
      answer === undefined
        ? null
        : {
            state: answer.state,
            message: answer.event_id,
            said: saidIn(db, answer),
            at: answer.at,
            score: answer.score,
            candidates: JSON.parse(answer.candidates) as number[],
            why: answer.why as Doubt | null,
            decidedBy: answer.decided_by
          }
  }
}

function saidIn(db: ReadDb, { account_id: account, event_id: event }: sql.AnswerRow): string | null {
  const text = event === null ? undefined : db.get<{ text: string }>(sql.TEXT, account, event)?.text
  return text === undefined ? null : text.replaceAll(/\s+/gu, ' ').trim().slice(0, MOST_SAID).toWellFormed()
}

function ofCustomer(db: ReadDb, user: string): CustomerSurveysRow {
  const people = sameCustomer(db, user)
  const wishes = people
    .flatMap((id) => db.get<sql.OptOutRow>(sql.OPT_OUT, id) ?? [])
    .filter((row) => row.opted_out === 1)
  const asked = people.flatMap((id) => db.get<{ at: number | null }>(sql.LAST_ASKED, id)?.at ?? [])
  const scores = people
    .flatMap((id) => db.all<sql.ScoreRow>(sql.SCORES_OF, id, MOST_SCORES))
    .toSorted((a, b) => b.at - a.at)
    .slice(0, MOST_SCORES)
  return {
    id: user,
    optedOutAt: wishes.length === 0 ? null : Math.min(...wishes.map(({ at }) => at)),
    optedOutByCustomer: wishes.some(({ member_id: member }) => member === null),
    lastAskedAt: asked.length === 0 ? null : Math.max(...asked),
    scores: scores.map((row) => ({
      asked: row.id,
      kind: row.kind,
      score: row.score,
      at: row.at,
      conversation: conversationKey(row.account_id, row.conversation_id)
    }))
  }
}
