import { expect, test } from 'vitest'
import { ReplyContent, ReplyPlacement } from '../../../../shared/domain/library/canned-reply.ts'
import { parseTemplate } from '../../../../shared/domain/library/template/parse.ts'
import { templateProblems } from '../../../../shared/domain/library/template/problems.ts'
import { templateFragments, templateQuestions } from '../../../../shared/domain/library/template/questions.ts'
import { renderTemplate, type TemplateContext } from '../../../../shared/domain/library/template/render.ts'
import { MAX_TEXT_LENGTH } from '../../../../shared/domain/message.ts'
import { prepareSendCheck } from '../../../../shared/domain/send-check/check.ts'
import { detectLanguage } from '../../../../shared/domain/send-check/detect-language.ts'
import { type CheckLevels, sendCheckRules } from '../../../../shared/domain/send-check/rule.ts'
import { contentOfStarter, placementOfStarter, starterLibrary } from './starter-library.ts'

const entries = starterLibrary.map((starter) => ({
  starter,
  content: contentOfStarter(starter, (name) => `id of ${name}`),
  placement: placementOfStarter(starter)
}))
const replies = entries.filter(({ placement }) => placement.kind === 'reply')
const languages = ['en', 'es'] as const
type Language = (typeof languages)[number]

/** DM tone: long enough to say what happens, short enough to be read on a telephone. */
const SHORTEST = 200
const LONGEST = 450

function bodyIn({ content }: (typeof entries)[number], language: Language): string {
  return language === 'en' ? content.body : (content.variants.find((one) => one.language === language)?.body ?? '')
}

const fragments = Object.fromEntries(
  languages.map((language) => [
    language,
    new Map(
      entries
        .filter(({ placement }) => placement.kind === 'fragment')
        .map((entry) => [entry.content.shortcut ?? '', bodyIn(entry, language)])
    )
  ])
) as Record<Language, Map<string, string>>

const brand = { name: 'Juniper & Vale', username: 'junipervale' }
const people = {
  'a customer and an agent with names': { customer: 'Marta Ostrowe', agent: 'Noor Haddad' },
  'a customer without a name, and whoever has not said theirs': { customer: '☕️', agent: 'Me' }
}
const answers: Record<string, string> = {
  'Order number': 'JV-10482',
  Amount: '64.50',
  Degrees: '80',
  'Latest tracking status': '“in the depot”',
  'Payment reference': 'R-2207'
}

function contextOf(language: Language, names: { customer: string; agent: string }, category: string): TemplateContext {
  return {
    customer: { name: names.customer, username: 'marta_kiln', attributes: {} },
    agent: { name: names.agent },
    brand,
    conversation: { category, startedAt: 1_700_000_000_000, lastMessageAt: 1_700_000_600_000 },
    now: 1_700_000_700_000,
    locale: language,
    timeZone: 'UTC',
    fragments: fragments[language]
  }
}

/** What the agent answers: something for each question that has no default. */
function answersFor(body: string, language: Language): Record<string, string> {
  const questions = templateQuestions(body, fragments[language])
  const other = language === 'en' ? 'the blue teapot' : 'la tetera azul'
  return Object.fromEntries(
    questions.filter((question) => question.default === null).map(({ label }) => [label, answers[label] ?? other])
  )
}

/** Names, questions and fragments of a body, each as often as it stands there, in no order. */
function placeholdersOf(body: string): string[] {
  const named = body.matchAll(/(?:customer|agent|brand|conversation)\.[a-z_.]+/gu)
  const asked = parseTemplate(body).order.map((part) => ('key' in part ? `ask ${part.key}` : `fragment ${part.name}`))
  return [...[...named].map(([name]) => name), ...asked].toSorted()
}

const customerWrote = {
  en: 'Hello! Could somebody please have a look at my order? It has been quite a while now.',
  es: '¡Hola! ¿Podría alguien mirar mi pedido, por favor? Ya ha pasado bastante tiempo.'
}
const levels = Object.fromEntries(sendCheckRules.map((rule) => [rule, 'warn'])) as unknown as CheckLevels

function findingsIn(text: string, language: Language): readonly unknown[] {
  const context = {
    customers: [{ name: 'Marta Ostrowe', handle: 'marta_kiln' }],
    own: [
      { name: brand.name, handle: brand.username },
      { name: 'Noor Haddad', handle: null }
    ],
    others: [{ name: 'Ben Ito', handle: 'benito' }],
    theirs: [customerWrote[language]],
    waiting: 1,
    first: true
  }
  return prepareSendCheck({ context, levels, voice: [], detectLanguage })(text)
}

test('there are forty replies and the fragments in them, each shortcut once, in folders by topic', () => {
  expect(replies).toHaveLength(40)
  expect(entries.length - replies.length).toBe(5)
  const shortcuts = entries.map(({ content }) => content.shortcut)
  expect(new Set(shortcuts).size).toBe(entries.length)
  expect(new Set(entries.map(({ content }) => content.title)).size).toBe(entries.length)
  expect(new Set(replies.map(({ placement }) => placement.folder.join('/'))).size).toBe(11)
  const used = replies.flatMap((reply) => languages.flatMap((language) => templateFragments(bodyIn(reply, language))))
  expect(new Set(used)).toEqual(new Set(fragments.en.keys()))
})

test.each(entries)('“$starter.shortcut” is what the library takes, without a mistake, in both languages', (entry) => {
  expect(ReplyContent.parse(entry.content)).toEqual(entry.content)
  expect(ReplyPlacement.parse(entry.placement)).toEqual(entry.placement)
  expect(entry.content.variants.map((variant) => variant.language)).toEqual(['es'])
  const fragment = entry.placement.kind === 'fragment' ? entry.content.shortcut : null
  for (const language of languages) {
    const body = bodyIn(entry, language)
    expect(templateProblems(body, { fragments: fragments[language], attributes: [], fragment })).toEqual([])
  }
  expect(placeholdersOf(bodyIn(entry, 'es'))).toEqual(placeholdersOf(bodyIn(entry, 'en')))
})

const filledIn = replies.flatMap((reply) =>
  languages.flatMap((language) =>
    Object.entries(people).map(([who, names]) => ({ reply, shortcut: reply.content.shortcut, language, who, names }))
  )
)

test.each(filledIn)('“$shortcut” in $language for $who can be sent as it is', ({ reply, language, names }) => {
  const body = bodyIn(reply, language)
  for (const category of ['billing', 'complaint']) {
    const { text, missing } = renderTemplate(body, contextOf(language, names, category), answersFor(body, language))
    expect(missing).toEqual([])
    expect(text).not.toMatch(/[{}]|undefined|null|\bMe\b| ,|\s$/u)
    expect(text.length).toBeLessThan(MAX_TEXT_LENGTH)
    expect([...text].length).toBeGreaterThanOrEqual(SHORTEST)
    expect([...text].length).toBeLessThanOrEqual(LONGEST)
    expect(findingsIn(text, language)).toEqual([])
  }
})

test('without its answers a reply is held by the send check', () => {
  const asking = replies.filter((reply) => Object.keys(answersFor(bodyIn(reply, 'en'), 'en')).length > 0)
  expect(asking.length).toBeGreaterThan(10)
  for (const reply of asking) {
    const context = contextOf('en', people['a customer and an agent with names'], 'other')
    const { text } = renderTemplate(bodyIn(reply, 'en'), context)
    expect(findingsIn(text, 'en')).toContainEqual(expect.objectContaining({ rule: 'placeholder' }))
  }
})

test('nothing in them grows old: no links, no dates, no codes', () => {
  for (const entry of entries) {
    for (const language of languages) {
      const body = bodyIn(entry, language)
      expect(body).not.toMatch(/https?:|www\.|\b20\d\d\b|\b\d{1,2}[./]\d{1,2}[./]/u)
      expect(body).not.toMatch(/\b(?=[A-Z-]*\d)[A-Z][A-Z0-9-]{4,}\b/u)
    }
  }
})
