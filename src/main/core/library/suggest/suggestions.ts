import type { ReplyChoiceRow } from '../../../../shared/contract/library-rows.ts'
import { splitConversationKey } from '../../../../shared/domain/ids.ts'
import { customerLanguage } from '../../../../shared/domain/send-check/language.ts'
import type { CommandDefinition } from '../../commands/command-definition.ts'
import type { ReadDb } from '../../db/database.ts'
import type { Clock } from '../../deps.ts'
import type { QueryDefinition } from '../../live/query-definition.ts'
import type { LanguageSource } from '../../send-check/language-source.ts'
import type { Team } from '../../team/team.ts'
import { mayInsert } from '../may-insert.ts'
import type { EffectDates } from '../effect-dates.ts'
import type { Shelf } from '../shelf.ts'
import { toChoice } from '../to-choice.ts'
import { readAsked, theEnd } from './asked.ts'
import { reasonsOf } from './reasons.ts'
import * as sql from './sql.ts'
import type { Suggester } from './suggester.ts'
import { chosenWeights } from './weights.ts'

const MOST = 3

interface SuggestionParts {
  readonly db: ReadDb
  readonly clock: Pick<Clock, 'now'>
  readonly team: Pick<Team, 'me' | 'groupsOf'>
  readonly shelf: Shelf
  readonly dates: Pick<EffectDates, 'watch'>
  readonly languages: LanguageSource
  readonly suggester: Suggester
}

export function suggestionQueries(parts: SuggestionParts): {
  'library.suggestions': QueryDefinition<'library.suggestions'>
  'library.suggestionUse': QueryDefinition<'library.suggestionUse'>
} {
  const { db, languages } = parts
  return {
    'library.suggestions': {
      topics: ({ conversation }) => [
        `thread:${conversation}`,
        'suggestions',
        'library',
        'library-dates',
        'settings',
        'team'
      ],
      rows({ conversation }) {
        if (languages.detect !== null) return suggest(parts, conversation)
        return languages.load().then(() => suggest(parts, conversation))
      }
    },
    'library.suggestionUse': {
      topics: () => ['suggestions', 'library-uses'],
      rows() {
        const count = (statement: string): number => db.get<{ count: number }>(statement)?.count ?? 0
        return [{ id: 'suggestions', shown: count(sql.COUNT_SHOWN), taken: count(sql.COUNT_TAKEN) }]
      }
    }
  }
}

export function suggestionCommands(clock: Pick<Clock, 'now'>): {
  'library.suggestionsShown': CommandDefinition<'library.suggestionsShown'>
} {
  return {
    'library.suggestionsShown': {
      kind: 'transaction',
      run(db, { conversation, message, replies }) {
        const { accountId, conversationId } = splitConversationKey(conversation)
        db.run(sql.ADD_SHOWN, accountId, conversationId, message, replies, clock.now())
        return null
      }
    }
  }
}

/** Nothing while nobody waits, and where nothing is telling: better silent than wrong. */
function suggest(
  { db, clock, team, shelf, dates, languages, suggester }: SuggestionParts,
  conversation: string
): ReplyChoiceRow[] {
  const { accountId, conversationId } = splitConversationKey(conversation)
  const open = db.get<sql.OpenRow>(sql.WAITING, accountId, conversationId)
  if (!open) return []
  const { asked, texts, first } = readAsked(db, open.key, theEnd)
  const { detect } = languages
  const language = detect === null ? null : customerLanguage({ theirs: texts }, detect)
  const { replies } = shelf.now()
  dates.watch(shelf.now())
  const me = team.me()
  const person = { me, groups: team.groupsOf(me), now: clock.now() }
  const ranked = suggester.rank(
    { asked, first, language, category: open.category, me },
    (id) => {
      const reply = replies.get(id)
      return reply !== undefined && mayInsert(reply, person)
    },
    MOST
  )
  const [best] = ranked ?? []
  if (ranked === null || best === undefined || !best.telling || best.score < chosenWeights.silentBelow) return []
  return ranked.flatMap((one): ReplyChoiceRow[] => {
    const reply = replies.get(one.id)
    const choice = reply === undefined ? null : toChoice(reply, language, reasonsOf(one))
    return choice === null ? [] : [choice]
  })
}
