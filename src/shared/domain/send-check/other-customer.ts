import { folded, type Word, wordsOf } from './plain.ts'
import { type CheckContext, type CheckedText, type Finding, finding, type PersonName } from './rule.ts'
import { GREETING } from './salutation.ts'

const NAME = "[\\p{Lu}\\p{Lo}\\p{Lt}][\\p{L}\\p{M}’'-]*(?:[ \\t]+[\\p{Lu}\\p{Lo}\\p{Lt}][\\p{L}\\p{M}’'.-]*){0,2}"
const ENDS = '(?=[ \\t]*(?:[,!.:;،、！。\\n–—]|-(?= )|$))'
// The greeting in either case, the name with its capital: `(?i:…)` is not in every engine this runs in.
const GREETED = new RegExp(`(?:^|\\n)[^\\p{L}\\p{N}\\n]*(?:${GREETING})[ \\t]+()`, 'giu')
const THANKED = /(?<!\p{L})(?:thanks|thank you|sorry|gracias|merci|danke|obrigad[oa]|grazie|bedankt),?[ \t]+()/giu
const NAMED = new RegExp(`^${NAME}${ENDS}`, 'u')
/** `ベン様`, `Ben-san`: Japanese puts the greeting behind the name. */
const HONOURED = /^[^\p{L}\p{N}]*([\p{L}\p{M}]{1,20}?)\s?(?:様|さま|さん)(?=[、,。！\s]|$)/u

/** More names need not be listed to see that the reply is for somebody else. */
const MOST_NAMES = 10

/** Said to anybody. Folded. */
const ANYBODY = new Set(
  (
    'there all everyone everybody team folks guys friend friends again both customer sir madam maam mr mrs ms miss neighbor buddy mate love ' +
    'you a so very much for again too and we for help morning afternoon evening day ' +
    'todos todas equipo amigo amiga cliente a tous toutes equipe cher chere client monsieur madame zusammen leute kunde kundin herr frau ' +
    'pessoal gente tudo turma tutti ragazzi allen iedereen お客 皆 みな 各位 all everyone'
  ).split(' ')
)

/** Somebody else's name where this customer's should be. */
export function otherCustomerRule(context: CheckContext): (checked: CheckedText) => Finding[] {
  const known = new Set(
    [...context.customers, ...context.own].flatMap((person) => namePartsOf(person)).filter((part) => part.length > 1)
  )
  const handles = context.customers.map((person) => folded(person.handle ?? ''))
  const theirs = new Set(context.theirs.flatMap((text) => wordsOf(text).map((word) => folded(word.text))))
  const here = new Set([...known, ...theirs])
  const firstNames = new Map<string, string>()
  for (const { name } of context.others) {
    const [first] = wordsOf(name)
    if (first && first.text.length > 1) firstNames.set(folded(first.text), name)
  }
  const fullNames = othersByFirstWord(context.others, here)
  const expected = context.customers.length === 1 ? (context.customers[0]?.name ?? '') : ''
  const certainName = expected !== '' && isPersonalName(expected)

  function isMeant(words: readonly Word[]): boolean {
    return words.some((word) => {
      const part = folded(word.text)
      if (ANYBODY.has(part) || here.has(part) || handles.some((handle) => part.length > 2 && handle.includes(part)))
        return true
      return [...known].some((name) => alike(name, part))
    })
  }

  return (checked) => {
    const found: Finding[] = []
    for (const { at, name } of addressed(checked.plain)) {
      const words = wordsOf(name)
      if (words.length === 0 || isMeant(words)) continue
      const other = firstNames.get(folded(words[0]?.text ?? ''))
      if (other === undefined && !certainName) continue
      found.push(finding('other-customer', 'greets-other', [[at, at + name.length]], name, { expected }))
    }
    for (const { at, name } of mentioned(checked.plain, fullNames)) {
      if (found.some(({ spans: [span] }) => span !== undefined && at < span[1] && span[0] < at + name.length)) continue
      found.push(finding('other-customer', 'names-other', [[at, at + name.length]], name, { expected }))
    }
    return found
  }
}

/** Whoever the text speaks to by name. */
function addressed(plain: string): { at: number; name: string }[] {
  const found: { at: number; name: string }[] = []
  for (const expression of [GREETED, THANKED]) {
    for (const match of plain.matchAll(expression)) {
      const at = match.index + match[0].length
      const name = NAMED.exec(plain.slice(at, at + 80))?.[0]
      if (name !== undefined) found.push({ at, name })
    }
  }
  const honoured = HONOURED.exec(plain.slice(0, 60))
  if (honoured?.[1] !== undefined) found.push({ at: honoured[0].indexOf(honoured[1]), name: honoured[1] })
  return found
}

function namePartsOf({ name, handle }: PersonName): string[] {
  return [...wordsOf(name).map((word) => folded(word.text)), folded(handle ?? '')]
}

/** `Will` for William, `Jose` for José, a letter that was mistyped. */
function alike(name: string, part: string): boolean {
  const short = Math.min(name.length, part.length)
  if (short >= 3 && (name.startsWith(part) || part.startsWith(name))) return true
  return short >= 3 && name.charAt(0) === part.charAt(0) && oneEditApart(name, part)
}

function oneEditApart(first: string, second: string): boolean {
  let head = 0
  while (head < first.length && first[head] === second[head]) head += 1
  let tail = 0
  const most = Math.min(first.length, second.length) - head
  while (tail < most && first[first.length - 1 - tail] === second[second.length - 1 - tail]) tail += 1
  return Math.max(first.length, second.length) - head - tail <= 1
}

/** Whether a display name is one that people are called by: many on X are slogans. */
function isPersonalName(name: string): boolean {
  const words = name.trim().split(/\s+/u)
  return (
    words.length >= 2 && words.length <= 4 && words.every((word) => /^[\p{Lu}\p{Lo}][\p{L}\p{M}’'.-]*$/u.test(word))
  )
}

function othersByFirstWord(others: readonly PersonName[], here: ReadonlySet<string>): Map<string, string[][]> {
  const byFirst = new Map<string, string[][]>()
  for (const { name } of others) {
    const words = wordsOf(name).map((word) => folded(word.text))
    const [first] = words
    // One word alone may be any word; a name whose every part is known here is somebody of this conversation.
    if (first === undefined || words.length < 2 || words.every((word) => here.has(word))) continue
    byFirst.set(first, [...(byFirst.get(first) ?? []), words])
  }
  return byFirst
}

/** Full names of other customers anywhere in the text. */
function mentioned(plain: string, byFirst: ReadonlyMap<string, readonly string[][]>): { at: number; name: string }[] {
  if (byFirst.size === 0) return []
  const words = wordsOf(plain)
  const found: { at: number; name: string }[] = []
  for (const [index, word] of words.entries()) {
    if (found.length === MOST_NAMES) break
    // Names begin with a capital; most words need not be folded at all.
    if (word.text.charAt(0) === word.text.charAt(0).toLowerCase() && /^\p{Ll}/u.test(word.text)) continue
    for (const name of byFirst.get(folded(word.text)) ?? []) {
      const said = words.slice(index, index + name.length)
      if (said.length < name.length || said.some((part, place) => folded(part.text) !== name[place])) continue
      const last = said.at(-1) ?? word
      found.push({ at: word.at, name: plain.slice(word.at, last.at + last.text.length) })
      break
    }
  }
  return found
}
