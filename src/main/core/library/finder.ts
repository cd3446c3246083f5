import type { ReplyChoiceRow } from '../../../shared/contract/library-rows.ts'
import { textFor } from '../../../shared/domain/library/choose-language.ts'
import { likelihood, type RankingFacts, reasons, typedPoints } from '../../../shared/domain/library/ranking.ts'
import type { ReadDb } from '../db/database.ts'
import type { Live } from '../live/live.ts'
import type { LanguageSource } from '../send-check/language-source.ts'
import type { Team } from '../team/team.ts'
import { type ConversationFacts, nothingKnown, readConversationFacts } from './conversation-facts.ts'
import { mayInsert } from './may-insert.ts'
import { createReplyIndex, type IndexedReply, type ReplyIndex } from './reply-index.ts'
import { best } from './best.ts'
import { tellingWords, wordWeights } from './word-weights.ts'
import type { EffectDates } from './effect-dates.ts'
import type { Shelf, Shelved } from './shelf.ts'
import * as sql from './sql.ts'
import { type TypedMatches, typedMatches } from './typed-matches.ts'

/** Finds the reply that is meant, or that is likely. */
export interface Finder {
  find(wanted: {
    readonly conversation: string | null
    readonly text: string
    readonly limit: number
  }): readonly ReplyChoiceRow[] | Promise<readonly ReplyChoiceRow[]>
}

interface FinderParts {
  readonly db: ReadDb
  readonly live: Pick<Live, 'listen'>
  readonly shelf: Shelf
  readonly dates: Pick<EffectDates, 'watch'>
  readonly team: Pick<Team, 'me' | 'groupsOf'>
  readonly clock: { now(): number }
  readonly languages: LanguageSource
}

interface Used {
  readonly mine: number
  readonly team: number
}

/** Milliseconds. */
const USABLE_MS = 1_000

export function createFinder(parts: FinderParts): Finder {
  const { db, shelf, team, clock, languages } = parts
  const index = createReplyIndex()
  let uses: { readonly me: string; readonly counts: ReadonlyMap<string, Used> } | null = null
  let known: { readonly conversation: string; readonly facts: ConversationFacts } | null = null

  let weighed: {
    readonly facts: ConversationFacts
    readonly of: Shelved
    readonly weights: Float64Array
  } | null = null

  let usable: {
    readonly of: Shelved
    readonly by: string
    readonly until: number
    readonly replies: IndexedReply[]
  } | null = null
  let likelihoods: {
    readonly of: Shelved
    readonly facts: ConversationFacts
    readonly counts: ReadonlyMap<string, Used>
    /** By place in the index; NaN: not asked yet. */
    readonly values: Float64Array
  } | null = null

  parts.live.listen((topics) => {
    if (topics.has('library-uses')) uses = null
    if (topics.has('library-dates')) usable = null
    // The next letter is typed in the same conversation, mostly.
    if (topics.has('inbox') || (known && topics.has(`thread:${known.conversation}`))) known = null
  })

  function factsOf(conversation: string | null): ConversationFacts {
    if (conversation === null) return nothingKnown
    if (known?.conversation !== conversation) {
      known = { conversation, facts: readConversationFacts(db, conversation, languages.detect) }
    }
    return known.facts
  }

  /** From letter to letter neither the conversation nor the library changes. */
  function weightsOf(facts: ConversationFacts): Float64Array {
    const of = shelf.now()
    if (weighed?.facts !== facts || weighed.of !== of) weighed = { facts, of, weights: wordWeights(index, facts.words) }
    return weighed.weights
  }

  /** From letter to letter it stays the same who may use what; when a date passes is told, or noticed after a while. */
  function usableBy(me: string, groups: readonly string[]): readonly IndexedReply[] {
    const [of, now] = [shelf.now(), clock.now()]
    const by = JSON.stringify([me, groups])
    if (usable?.of !== of || usable.by !== by || now >= usable.until || now < usable.until - USABLE_MS) {
      usable = { of, by, until: now + USABLE_MS, replies: usableNow(index, me, groups, now) }
    }
    return usable.replies
  }

  /** How likely a reply is in this conversation, whatever is typed. Worked out once for each. */
  function likelyOf(
    facts: ConversationFacts,
    counts: ReadonlyMap<string, Used>,
    rankingOf: (entry: IndexedReply) => Omit<RankingFacts, 'typed'>
  ): (entry: IndexedReply) => number {
    const of = shelf.now()
    if (likelihoods?.of !== of || likelihoods.facts !== facts || likelihoods.counts !== counts) {
      likelihoods = { of, facts, counts, values: new Float64Array(index.entries.length).fill(NaN) }
    }
    const { values } = likelihoods
    return (entry) => {
      const known = values[entry.at] ?? NaN
      if (!Number.isNaN(known)) return known
      const value = likelihood(rankingOf(entry))
      values[entry.at] = value
      return value
    }
  }

  function usesOf(me: string): ReadonlyMap<string, Used> {
    if (uses?.me !== me) uses = { me, counts: readUsed(db, me) }
    return uses.counts
  }

  const search: Finder['find'] = ({ conversation, text, limit }) => {
    index.update(shelf.now())
    parts.dates.watch(shelf.now())
    const me = team.me()
    const groups = team.groupsOf(me)
    const usable = usableBy(me, groups)
    const facts = factsOf(conversation)
    const counts = usesOf(me)
    const weights = weightsOf(facts)
    const rankingOf = (entry: IndexedReply): Omit<RankingFacts, 'typed'> =>
      rankingFacts(entry, facts, counts.get(entry.reply.id), weights[entry.at] ?? 0)
    const likely = likelyOf(facts, counts, rankingOf)
    const chosen =
      text.trim() === ''
        ? best(usable, limit, likely)
        : bestTyped(usable, typedMatches(index, usable, text, likely), limit, likely)
    return chosen.map((entry): ReplyChoiceRow => {
      const ranking = rankingOf(entry)
      return toChoice(entry, facts, {
        ...ranking,
        typed: null,
        words: { ...ranking.words, words: tellingWords(index, entry, facts.words) }
      })
    })
  }

  return {
    find(wanted) {
      index.update(shelf.now())
      if (languages.detect !== null || wanted.conversation === null || !index.hasVariants) return search(wanted)
      // Loaded once, when a choice between languages is to be made for the first time.
      return languages.load().then(() => {
        known = null
        return search(wanted)
      })
    }
  }
}

function bestTyped(
  usable: readonly IndexedReply[],
  matches: TypedMatches,
  limit: number,
  likely: (entry: IndexedReply) => number
): IndexedReply[] {
  const found = usable.filter((entry) => matches[entry.at] !== undefined)
  return best(found, limit, (entry) => typedPoints(matches[entry.at] ?? null) + likely(entry))
}

function usableNow(index: ReplyIndex, me: string, groups: readonly string[], now: number): IndexedReply[] {
  const usable: IndexedReply[] = []
  for (const entry of index.entries) {
    if (entry !== null && mayInsert(entry.reply, { me, groups, now })) usable.push(entry)
  }
  return usable
}

function rankingFacts(
  entry: IndexedReply,
  facts: ConversationFacts,
  used: Used | undefined,
  weight: number
): Omit<RankingFacts, 'typed'> {
  const { fits, language } = textFor(entry.content, facts.language)
  const { category } = facts
  const isAbout =
    category !== null &&
    (entry.topics.has(category) ||
      entry.content.actions.some((action) => action.kind === 'category' && action.category === category))
  return {
    words: { words: [], weight },
    usedByMe: used?.mine ?? 0,
    usedByTeam: used?.team ?? 0,
    language: fits ? language : null,
    otherLanguage: !fits && facts.language !== null && language !== null,
    category: isAbout ? category : null
  }
}

function toChoice(entry: IndexedReply, facts: ConversationFacts, ranking: RankingFacts): ReplyChoiceRow {
  const { reply, version, content } = entry
  const { body, language } = textFor(content, facts.language)
  return {
    id: reply.id,
    version,
    title: content.title,
    shortcut: content.shortcut,
    folder: reply.folder,
    tags: reply.tags,
    body,
    language,
    actions: content.actions,
    attachment: content.attachment,
    why: reasons(ranking)
  }
}

function readUsed(db: ReadDb, me: string): ReadonlyMap<string, Used> {
  const counts = new Map<string, Used>()
  for (const { id, mine, uses } of db.all<sql.OwnUseRow>(sql.OWN_USES, me)) counts.set(id, { mine, team: uses })
  return counts
}
