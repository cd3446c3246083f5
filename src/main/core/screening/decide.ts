import type { Place } from '../../../shared/domain/conversation.ts'
import { type Link, readableText } from '../../../shared/domain/message.ts'
import type { PlaceReason, ScreeningRules } from '../../../shared/domain/screening.ts'
import type { ReadDb } from '../db/database.ts'
import { tokenise } from '../search/fold.ts'
import * as sql from './sql.ts'

/** Where a conversation belongs, and why when that is not the inbox. */
export interface Decision {
  readonly place: Place
  readonly reason: PlaceReason | null
}

const inbox: Decision = { place: 'inbox', reason: null }

/** Rules made ready to be asked many times. */
export interface Screen {
  readonly rules: ScreeningRules
  readonly keywords: readonly { readonly text: string; readonly words: readonly string[]; readonly place: Place }[]
}

export function makeScreen(rules: ScreeningRules): Screen {
  const words = (text: string): string[] => tokenise(text).map((token) => token.word)
  // What is spam is not asked whether it may wait.
  const ordered = rules.keywords.toSorted((a, b) => Number(b.place === 'spam') - Number(a.place === 'spam'))
  return { rules, keywords: ordered.map(({ text, place }) => ({ text, place, words: words(text) })) }
}

/** What the rules say about a conversation. What a person decided is not asked here. */
export function decide(db: ReadDb, { rules, keywords }: Screen, facts: sql.FactsRow): Decision {
  if (facts.sent > 0) return inbox
  const people = facts.is_group === 1 ? membersOf(db, facts) : [facts]
  const decisions = people.map((person) => aboutPerson(rules, person))
  // In a group, one person who may come in brings the others along.
  const known = people.some((person) => person.own === 1 || person.list === 'allowed' || person.answered === 1)
  if (!known && keywords.length > 0) {
    const found = findKeyword(db, keywords, facts.key)
    if (found) return { place: found.place, reason: `keyword:${found.text}` }
  }
  if (decisions.some(({ place }) => place === 'inbox')) return inbox
  return decisions.find(({ reason }) => reason === 'not-known') ?? decisions[0] ?? inbox
}

function membersOf(db: ReadDb, facts: sql.FactsRow): sql.MemberFactsRow[] {
  return db.all<sql.MemberFactsRow>(sql.MEMBER_FACTS, facts.account_id, facts.key, facts.account_id)
}

function aboutPerson(rules: ScreeningRules, person: sql.MemberFactsRow): Decision {
  if (person.own === 1 || person.list === 'allowed') return inbox
  if (person.list === 'held') return { place: 'requests', reason: 'held' }
  if (person.answered === 1) return inbox
  switch (rules.audience) {
    case 'everyone':
      return inbox
    case 'answered':
      return { place: 'requests', reason: 'first-contact' }
    case 'chosen': {
      if ((rules.following && person.following === 1) || (rules.followers && person.follower === 1)) return inbox
      const asks = rules.following || rules.followers
      return { place: 'requests', reason: asks && person.following === null ? 'not-known' : 'not-chosen' }
    }
  }
}

function findKeyword(db: ReadDb, keywords: Screen['keywords'], key: number): Screen['keywords'][number] | undefined {
  const texts = db
    .all<{ text: string; links: string | null; has_media: number }>(sql.TEXTS, key)
    .map(({ text, links, has_media: media }) =>
      tokenise(readableText(text, links === null ? [] : (JSON.parse(links) as Link[]), media === 1)).map(
        (token) => token.word
      )
    )
  return keywords.find(({ words }) => texts.some((text) => contains(text, words)))
}

function contains(text: readonly string[], words: readonly string[]): boolean {
  if (words.length === 0) return false
  return text.some((word, index) => word === words[0] && words.every((each, offset) => text[index + offset] === each))
}
