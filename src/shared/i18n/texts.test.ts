import { IntlMessageFormat } from 'intl-messageformat'
import path from 'node:path'
import { expect, test } from 'vitest'
import { arabic, arabicByFeature } from './ar/arabic.ts'
import { coreSentences, recognised } from './core-sentences.ts'
import { saidSentences } from './testing/said-sentences.ts'
import { readSources, sourceTexts } from './testing/source-texts.ts'
import { spoken } from './languages.ts'
import { createTranslator } from './translator.ts'

const root = path.join(import.meta.dirname, '../../..')
const renderer = sourceTexts(root, ['src/renderer/src'], true)
const elsewhere = sourceTexts(root, ['src/shared', 'src/main/core', 'src/main/host', 'src/main/electron'], false)
const texts = [...renderer.texts, ...elsewhere.texts]
const core = ['src/main/core', 'src/main/host', 'src/shared/contract', 'src/shared/domain']
/**
 * Words of the core that no window shows: for the command line or a file alone, or worded by the window by their codes. What the
 * browser shows at the end of a sign-in is a page of its own; canned replies and examples of templates are data.
 */
const unread =
  /core\/(doctor\/|send-check\/gate|outbox\/changes|library\/starter\/texts\/|reports\/(html|csv)-)|host\/(redirect-listener|redact)|survey\/suggested-texts|template\/placeholder-list/
/** Names that stand for what has none: data, as if somebody had typed them; and what only other servers read. */
const names =
  /^(Attachment|Interrupted|It was|User \{\w+\}|Chatwoot|Front|Gorgias|Help Scout|Missive|Mailspring|Zammad|Backchannel link check|(Intercom|Zendesk)( \{\w+\})?)$/
const said = saidSentences(root, core, unread).filter(({ sentence }) => !names.test(sentence))
/** Names, and examples of what is typed in one way everywhere. */
const sameEverywhere = new Set([
  'AAAAAAAAAA…',
  'Backchannel',
  'GIF',
  'X Chat',
  'http://127.0.0.1…?state=…&code=…',
  '/home/you/Downloads/twitter-archive.zip',
  'tomorrow 9, fri 14:30, in 2 hours'
])
const used = new Set([
  ...texts.map(({ key }) => key),
  ...coreSentences,
  ...said
    .filter(({ open, sentence }) => !open && (arabic[sentence] !== undefined || recognised(sentence) === null))
    .map(({ sentence }) => sentence)
])

/** What a text leaves open: its values with their plural forms, and its marked parts. */
function placesOf(text: string): { readonly names: string[]; readonly plurals: Map<string, string[]> } {
  const names = new Set<string>()
  const plurals = new Map<string, string[]>()
  const walk = (elements: ReturnType<IntlMessageFormat['getAst']>): void => {
    for (const element of elements) {
      if (element.type === 0 || element.type === 7) continue
      names.add(element.type === 8 ? `<${element.value}>` : element.value)
      if (element.type === 8) walk(element.children)
      if (element.type !== 5 && element.type !== 6) continue
      if (element.type === 6) plurals.set(element.value, Object.keys(element.options))
      for (const option of Object.values(element.options)) walk(option.value)
    }
  }
  walk(new IntlMessageFormat(text, 'en').getAst())
  return { names: [...names].toSorted(), plurals }
}

test('every text of the interface goes through the catalogue', () => {
  expect([...renderer.problems, ...elsewhere.problems]).toEqual([])
  expect(texts.length).toBeGreaterThan(500)
})

test('every text gets the values it has places for', () => {
  const wrong = texts.flatMap(({ key, file, line, given }) => {
    const wanted = placesOf(key).names.filter((name) => !name.startsWith('<'))
    const missing = wanted.filter((name) => given !== null && !given.includes(name))
    return missing.length === 0 ? [] : [`${file}:${line} has no ${missing.join(', ')} for ${JSON.stringify(key)}`]
  })
  expect(wrong).toEqual([])
})

test('no text has a place and a mark of the same name: one would be taken for the other', () => {
  const doubled = texts.filter(({ key }) => {
    const { names } = placesOf(key)
    return names.some((name) => names.includes(`<${name}>`))
  })
  expect(doubled.map(({ key }) => key)).toEqual([])
})

test('Arabic has every text, none that is not used, and none twice', () => {
  expect([...used].filter((key) => arabic[key] === undefined).toSorted()).toEqual([])
  expect(
    Object.keys(arabic)
      .filter((key) => !used.has(key))
      .toSorted()
  ).toEqual([])
  const all = Object.values(arabicByFeature).flatMap((feature) => Object.keys(feature))
  expect(all.filter((key, index) => all.indexOf(key) !== index)).toEqual([])
})

test('Arabic has the same places, and all six plural forms', () => {
  const forms = new Intl.PluralRules('ar').resolvedOptions().pluralCategories.toSorted()
  expect(forms).toHaveLength(6)
  for (const [key, text] of Object.entries(arabic)) {
    const [english, translated] = [placesOf(key), placesOf(text)]
    expect(translated.names, key).toEqual(english.names)
    for (const [name, given] of translated.plurals) expect(given.toSorted(), `${key}: ${name}`).toEqual(forms)
    // A text that is left in English would pass everything else.
    if (!sameEverywhere.has(key) && /\p{Script=Latin}{4}/u.test(key.replaceAll(/\{[^{}]*\}|<[^>]*>|\|\|.*/gu, ''))) {
      expect(text, key).toMatch(/\p{Script=Arabic}/u)
    }
  }
})

const filledIn = said
  .filter(({ open }) => open)
  .map((each) => ({ ...each, known: recognised(each.sentence.replaceAll(/\{\w+\}/g, 'Xx')) }))

test('every sentence that the core fills in is one that windows recognise', () => {
  expect(said.length).toBeGreaterThan(200)
  const unknown = filledIn.filter(({ known }) => known === null)
  expect(unknown.map(({ place, sentence }) => `${place} ${JSON.stringify(sentence)}`)).toEqual([])
})

test('the sentences that are recognised are those that the core says, and parts of them', () => {
  const sources = readSources(root, core)
    .map(({ source }) => source)
    .join('\n')
  const whole = new Set(filledIn.map(({ known }) => known?.key))
  const unsaid = coreSentences.filter(
    (sentence) => !whole.has(sentence) && sentence.split(/\{\w+\}/).some((part) => !sources.includes(part.trim()))
  )
  expect(unsaid).toEqual([])
})

test('what the core fills in keeps its words, also inside of other sentences', () => {
  const words = (sentence: string): string => createTranslator(spoken('ar', []), arabic).sentence(sentence)
  expect(words('Changed Plan of Ana')).toBe('غُيّر \u2068Plan\u2069 لدى \u2068Ana\u2069')
  expect(words('Put 3 people on a list')).toBe('أُضيف 3 أشخاص إلى قائمة')
  expect(words('X does not allow this. X says: No.')).toBe('\u2068لا يسمح X بهذا.\u2069 يقول X: \u2068No.\u2069')
  expect(words('Message 7 of conversation 1-2 was left out: it has no name.')).not.toMatch(/Message|left out/)
})
