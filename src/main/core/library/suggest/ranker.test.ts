import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { PastAnswer, Question, RankableReply } from './ranked.ts'
import { createRanker, type Ranker } from './ranker.ts'
import { chosenWeights } from './weights.ts'

const MONTH = 30 * 24 * 60 * 60_000
const NOW = Date.UTC(2026, 5)

function reply(id: string, text: string, more: Partial<RankableReply> = {}): RankableReply {
  return { id, text, languages: [], category: null, ...more }
}

function answer(id: string, of: string, asked: string, more: Partial<PastAnswer> = {}): PastAnswer {
  return { id, reply: of, asked, at: NOW, member: 'ana', first: true, ...more }
}

function question(asked: string, more: Partial<Question> = {}): Question {
  return { asked, first: true, language: null, category: null, me: 'ana', ...more }
}

function order(ranker: Ranker, asked: Question, limit = 10): string[] {
  return ranker.rank(asked, () => true, limit).map(({ id }) => id)
}

function ranked(...replies: RankableReply[]): Ranker {
  const ranker = createRanker(chosenWeights)
  for (const one of replies) ranker.put(one)
  return ranker
}

const refund = reply('refund', 'Your refund is on its way.')
const parcel = reply('parcel', 'Your parcel has left the warehouse.')
const hours = reply('hours', 'We are open from nine to five.')

test('words of the customer that a reply has speak for it, and are named as they were written', () => {
  const [best] = ranked(refund, parcel, hours).rank(question('Where is my PARCEL??'), () => true, 3)
  expect(best).toMatchObject({ id: 'parcel', telling: true, words: ['PARCEL'], alike: 0, times: 0 })
})

test('what a message like it was answered with speaks for a reply, without a word in common', () => {
  const ranker = ranked(refund, parcel, hours)
  for (let nth = 0; nth < 4; nth += 1) {
    ranker.learn(answer(`a${nth}`, 'hours', 'can I drop by tomorrow evening'))
    ranker.learn(answer(`b${nth}`, 'refund', 'money back please'))
  }
  const [best] = ranker.rank(question('May I drop by in the evening?'), () => true, 3)
  expect(best).toMatchObject({ id: 'hours', telling: true, alike: 4, times: 4, timesByMe: 4 })
  expect(best?.words).toContain('evening')
})

test('how often a reply is used decides where words say nothing; but then nothing is telling', () => {
  const ranker = ranked(refund, parcel)
  ranker.learn(answer('a', 'parcel', 'hello'))
  expect(ranker.rank(question('???'), () => true, 3)).toMatchObject([{ id: 'parcel', telling: false }])
})

test('what was answered in other words speaks for silence', () => {
  const ranker = ranked(refund)
  ranker.learn(answer('a', 'refund', 'money back please'))
  const score = () => ranker.rank(question('money back please'), () => true, 1)[0]?.score ?? 0
  const before = score()
  for (let nth = 0; nth < 9; nth += 1) ranker.learn({ ...answer(`o${nth}`, '', 'money back please'), reply: null })
  expect(score()).toBeLessThan(before / 3)
  for (let nth = 0; nth < 9; nth += 1) ranker.forget(`o${nth}`)
  expect(score()).toBe(before)
})

test('newer uses count more, and my own a little more', () => {
  const ranker = ranked(refund, parcel)
  ranker.learn(answer('a', 'refund', '', { at: NOW - 12 * MONTH, member: 'ben' }))
  ranker.learn(answer('b', 'refund', '', { at: NOW - 12 * MONTH, member: 'ben' }))
  ranker.learn(answer('c', 'parcel', '', { member: 'ben' }))
  expect(order(ranker, question('x'))).toEqual(['parcel', 'refund'])
  const alike = ranked(refund, parcel)
  alike.learn(answer('a', 'parcel', '', { member: 'ben' }))
  alike.learn(answer('b', 'refund', '', { member: 'ana' }))
  expect(order(alike, question('x', { me: 'ana' }))).toEqual(['refund', 'parcel'])
  expect(order(alike, question('x', { me: 'ben' }))).toEqual(['parcel', 'refund'])
})

test('the beginning of a conversation is answered like beginnings', () => {
  const ranker = ranked(refund, parcel)
  ranker.learn(answer('a', 'refund', 'ok then', { first: true }))
  ranker.learn(answer('b', 'parcel', 'ok then', { first: false }))
  expect(order(ranker, question('ok then', { first: true }))[0]).toBe('refund')
  expect(order(ranker, question('ok then', { first: false }))[0]).toBe('parcel')
})

test('a reply in another language steps back, one that sets the category steps forward', () => {
  const spanish = reply('es', 'refund refund', { languages: ['es'] })
  const english = reply('en', 'a refund', { languages: ['en-GB', 'fr'] })
  const both = ranked(spanish, english)
  expect(order(both, question('refund'))).toEqual(['es', 'en'])
  expect(both.rank(question('refund', { language: 'en' }), () => true, 1)).toMatchObject([{ id: 'en', language: 'en' }])
  const billing = ranked(reply('a', 'refund'), reply('b', 'refund', { category: 'billing' }))
  expect(order(billing, question('refund'))).toEqual(['a', 'b'])
  expect(order(billing, question('refund', { category: 'billing' }))).toEqual(['b', 'a'])
})

test('only what may be inserted is ranked, and as many as are wanted', () => {
  const ranker = ranked(reply('a', 'refund'), reply('b', 'refund'), reply('c', 'refund'))
  expect(ranker.rank(question('refund'), (id) => id !== 'a', 1).map(({ id }) => id)).toEqual(['b'])
})

test('a text that is put again takes the place of the earlier one; what was answered with a dropped reply is kept', () => {
  const ranker = ranked(refund, parcel)
  ranker.learn(answer('a', 'parcel', 'late'))
  ranker.put(reply('refund', 'Something else'))
  expect(order(ranker, question('refund'))).toEqual(['parcel'])
  ranker.drop('parcel')
  expect(order(ranker, question('late'))).toEqual([])
  ranker.put(parcel)
  expect(ranker.rank(question('late'), () => true, 1)).toMatchObject([{ id: 'parcel', alike: 1 }])
})

const word = fc.constantFrom('refund', 'parcel', 'late', 'broken', '返金', 'الطلب', '🎉', 'where', 'is')
const text = fc.array(word, { maxLength: 8 }).map((words) => words.join(' '))
const ids = ['a', 'b', 'c', 'd']
const learned = fc.record({
  reply: fc.constantFrom(...ids),
  asked: text,
  at: fc.integer({ min: NOW - 24 * MONTH, max: NOW }),
  member: fc.constantFrom('ana', 'ben', null),
  first: fc.boolean()
})

test('what is added and removed again leaves no trace, whatever the order', () => {
  fc.assert(
    fc.property(
      fc.array(text, { minLength: 4, maxLength: 4 }),
      fc.array(learned, { maxLength: 20 }),
      fc.array(learned, { maxLength: 20 }),
      text,
      (texts, kept, passing, asked) => {
        const replies = ids.map((id, at) => reply(id, texts[at] ?? ''))
        const plain = ranked(...replies)
        for (const [at, one] of kept.entries()) plain.learn({ id: `k${at}`, ...one })
        const changed = ranked(...replies.toReversed())
        for (const [at, one] of passing.entries()) changed.learn({ id: `p${at}`, ...one })
        changed.put(reply('x', asked))
        changed.put(reply('a', 'another text'))
        for (const [at, one] of kept.entries().toArray().toReversed()) changed.learn({ id: `k${at}`, ...one })
        for (const at of passing.keys()) changed.forget(`p${at}`)
        changed.drop('x')
        const [first] = replies
        if (first) changed.put(first)
        expect(changed.rank(question(asked), () => true, 5)).toEqual(plain.rank(question(asked), () => true, 5))
      }
    )
  )
})

test('no text breaks it, and the same question has the same answer', () => {
  const any = fc.string({ unit: 'binary', maxLength: 20 })
  fc.assert(
    fc.property(fc.array(any, { maxLength: 3 }), any, any, (texts, asked, answered) => {
      const ranker = ranked(...texts.map((one, at) => reply(String(at), one)))
      ranker.learn(answer('a', '0', answered))
      const rank = () => ranker.rank(question(asked), () => true, 3)
      const result = rank()
      expect(rank()).toEqual(result)
      for (const { score } of result) expect(score).toBeGreaterThan(0)
    })
  )
})

test('Norwegian is one language, however it is tagged', () => {
  const ranker = createRanker(chosenWeights)
  ranker.put({ id: 'no', text: 'pakken kommer', languages: ['nb'], category: null })
  ranker.put({ id: 'da', text: 'pakken kommer', languages: ['da'], category: null })
  const question = { asked: 'når kommer pakken', first: true, language: 'no', category: null, me: 'me' }
  expect(ranker.rank(question, () => true, 3)).toMatchObject([
    { id: 'no', language: 'no' },
    { id: 'da', language: null }
  ])
})
