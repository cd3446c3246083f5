import { speaks } from '../../../../shared/domain/library/choose-language.ts'
import { createNumbered } from './numbered.ts'
import type { PastAnswer, Question, RankableReply, Ranked } from './ranked.ts'
import { type Term, termsOf } from './terms.ts'
import { createTextIndex } from './text-index.ts'
import { createUseTally, type UseTally } from './use-tally.ts'
import type { Weights } from './weights.ts'

/** Of the past messages, the nearest so many are looked at. */
const NEIGHBOURS = 30
/** How much a message must have in common to be called alike. */
const ALIKE = 0.4
/** One far message is no evidence: this much speaks for none of the replies. */
const DOUBT = 0.05
/** A reply in another language is not the answer, whatever its words. */
const WRONG_LANGUAGE = 0.2
const RIGHT_CATEGORY = 1.15
const SHOWN_WORDS = 3
/** So many words of a question are looked for: the rarest, which say what it is about. */
const MOST_WORDS = 48

/** Ranks replies for what a customer wrote. In memory; what is learned and forgotten again leaves the ranking as it was. */
export interface Ranker {
  /** Takes the place of an earlier text of the same reply. */
  put(reply: RankableReply): void
  drop(reply: string): void
  /** Nothing happens when this answer is known. */
  learn(answer: PastAnswer): void
  forget(answer: string): void
  /** Best first; of equals the lower id. @param allowed which replies may be inserted now */
  rank(question: Question, allowed: (reply: string) => boolean, limit: number): Ranked[]
}

interface Slot {
  readonly id: string
  /** Null: something was answered with it that is not in the library now. */
  reply: RankableReply | null
  readonly uses: UseTally
  answers: number
}

interface Neighbour {
  readonly number: number
  readonly near: number
  readonly answer: PastAnswer
}

export function createRanker(weights: Weights): Ranker {
  const texts = createTextIndex()
  const askedBefore = createTextIndex()
  const slots = createNumbered<Slot>()
  const answers = createNumbered<PastAnswer>()
  /** What was answered in other words. */
  const otherwise = createUseTally()

  function slotOf(id: string): Slot {
    const known = slots.get(id)
    if (known) return known
    const slot: Slot = { id, reply: null, uses: createUseTally(), answers: 0 }
    slots.add(id, slot)
    return slot
  }

  function dropEmpty(slot: Slot): void {
    if (slot.reply === null && slot.answers === 0) slots.remove(slot.id)
  }

  function takeText(slot: Slot): void {
    const number = slots.numberOf(slot.id)
    if (slot.reply !== null && number !== undefined) texts.remove(number)
    slot.reply = null
  }

  function neighboursOf(wanted: readonly string[], first: boolean): Neighbour[] {
    const near: Neighbour[] = []
    for (const { document, score } of askedBefore.search(wanted)) {
      const answer = answers.at(document)
      if (!answer) continue
      const value = answer.first === first ? score : score * weights.otherStage
      keepBest(near, { number: document, near: value, answer }, NEIGHBOURS, nearer)
    }
    return near
  }

  return {
    put(reply) {
      const slot = slotOf(reply.id)
      takeText(slot)
      slot.reply = reply
      texts.add(
        slots.numberOf(reply.id) ?? 0,
        termsOf(reply.text).map(({ term }) => term)
      )
    },
    drop(id) {
      const slot = slots.get(id)
      if (!slot) return
      takeText(slot)
      dropEmpty(slot)
    },
    learn(answer) {
      if (answers.get(answer.id)) return
      if (answer.reply === null) otherwise.add(answer)
      else {
        const slot = slotOf(answer.reply)
        slot.uses.add(answer)
        slot.answers += 1
      }
      // The text is in the index; once more here would be as much memory again.
      const number = answers.add(answer.id, { ...answer, asked: '' })
      askedBefore.add(
        number,
        termsOf(answer.asked).map(({ term }) => term)
      )
    },
    forget(id) {
      const answer = answers.get(id)
      const number = answers.numberOf(id)
      if (!answer || number === undefined) return
      askedBefore.remove(number)
      answers.remove(id)
      if (answer.reply === null) {
        otherwise.remove(answer)
        return
      }
      const slot = slotOf(answer.reply)
      slot.uses.remove(answer)
      slot.answers -= 1
      dropEmpty(slot)
    },
    rank(question, allowed, limit) {
      const terms = rarest(termsOf(question.asked), texts.weightOf)
      const wanted = terms.map(({ term }) => term)
      const said = new Float64Array(slots.all().length)
      for (const { document, score } of texts.search(wanted)) said[document] = score
      const neighbours = neighboursOf(wanted, question.first)
      const alike = shareOf(neighbours, weights.sharpness)
      const used = usesOf(slots.all(), otherwise, question, weights.otherStage)

      const best: { readonly slot: Slot; readonly number: number; readonly score: number; readonly telling: number }[] =
        []
      // Ten thousand of them for each question: iterators would take half of the time.
      for (let number = 0; number < said.length; number += 1) {
        const slot = slots.at(number)
        const reply = slot?.reply
        if (!slot || !reply) continue
        const telling = weights.text * (said[number] ?? 0) + weights.alike * (alike.get(slot.id) ?? 0)
        const habit = weights.used * (used.team[number] ?? 0) + weights.mine * (used.mine[number] ?? 0)
        const score = (telling + habit) * fitOf(reply, question)
        const last = best[limit - 1]
        if (score <= 0 || (last && score < last.score)) continue
        if (allowed(slot.id)) keepBest(best, { slot, number, score, telling }, limit, better)
      }
      return best.map(({ slot, number, score, telling }) => ({
        id: slot.id,
        score,
        telling: telling > 0,
        words: terms
          .filter(
            ({ term, written }) =>
              written !== '' &&
              (texts.has(number, term) ||
                neighbours.some(({ answer, number: at }) => answer.reply === slot.id && askedBefore.has(at, term)))
          )
          .slice(0, SHOWN_WORDS)
          .map(({ written }) => written),
        alike: neighbours.filter(
          ({ answer, number: at }) => answer.reply === slot.id && askedBefore.overlap(at, wanted) >= ALIKE
        ).length,
        times: slot.uses.times,
        timesByMe: slot.uses.timesOf(question.me),
        language: languageFit(slot.reply?.languages ?? [], question.language) === true ? question.language : null,
        category: slot.reply?.category === question.category ? question.category : null
      }))
    }
  }
}

/** Each term once, the rarest first. */
function rarest(terms: readonly Term[], weightOf: (term: string) => number): Term[] {
  const once = new Map(terms.toReversed().map((term) => [term.term, term]))
  return [...once.values()]
    .map((term) => ({ term, weight: weightOf(term.term) }))
    .toSorted((a, b) => b.weight - a.weight || (a.term.term < b.term.term ? -1 : 1))
    .slice(0, MOST_WORDS)
    .map(({ term }) => term)
}

/** For which replies the nearest messages speak; all together 1, less what doubt and other answers take. */
function shareOf(neighbours: readonly Neighbour[], sharpness: number): Map<string, number> {
  const shares = new Map<string, number>()
  const all = neighbours.reduce((sum, { near }) => sum + near ** sharpness, DOUBT ** sharpness)
  for (const { near, answer } of neighbours) {
    if (answer.reply !== null) shares.set(answer.reply, (shares.get(answer.reply) ?? 0) + near ** sharpness / all)
  }
  return shares
}

/** How often each is used, as parts of the one that is used most, or of how often none was used. */
function usesOf(
  slots: readonly (Slot | undefined)[],
  otherwise: UseTally,
  { first, me }: Question,
  otherStage: number
): { readonly team: Float64Array; readonly mine: Float64Array } {
  const sumOf = (uses: UseTally): number =>
    uses.sum(first ? 'first' : 'later') + otherStage * uses.sum(first ? 'later' : 'first')
  const [team, mine] = [new Float64Array(slots.length), new Float64Array(slots.length)]
  for (let number = 0; number < slots.length; number += 1) {
    const slot = slots[number]
    if (!slot?.reply || slot.answers === 0) continue
    team[number] = sumOf(slot.uses)
    mine[number] = slot.uses.sumOf(me)
  }
  return { team: toParts(team, sumOf(otherwise)), mine: toParts(mine, 0) }
}

/** @param least what the greatest is thought to be at least */
function toParts(values: Float64Array, least: number): Float64Array {
  const most = values.reduce((max, value) => Math.max(max, value), least)
  return most === 0 ? values : values.map((value) => value / most)
}

function fitOf({ languages, category }: RankableReply, question: Question): number {
  const language = languageFit(languages, question.language) === false ? WRONG_LANGUAGE : 1
  return language * (category !== null && category === question.category ? RIGHT_CATEGORY : 1)
}

/** Null: nobody can tell. */
function languageFit(languages: readonly string[], language: string | null): boolean | null {
  if (languages.length === 0 || language === null) return null
  return languages.some((one) => speaks(one, language))
}

function better(a: { score: number; slot: Slot }, b: { score: number; slot: Slot }): number {
  return b.score - a.score || (a.slot.id < b.slot.id ? -1 : 1)
}

function nearer(a: Neighbour, b: Neighbour): number {
  return b.near - a.near || b.answer.at - a.answer.at || (a.answer.id < b.answer.id ? -1 : 1)
}

/** Puts one where it belongs in a short sorted list. */
function keepBest<T>(list: T[], one: T, most: number, compare: (a: T, b: T) => number): void {
  const last = list[most - 1]
  if (last !== undefined && compare(one, last) >= 0) return
  let at = list.length
  for (let before = list[at - 1]; before !== undefined && compare(one, before) < 0; before = list[at - 1]) at -= 1
  list.splice(at, 0, one)
  if (list.length > most) list.pop()
}
