import { type Output, type TagToken, type Tokenizer, type TopLevelToken, TypeGuards } from 'liquidjs'
import { Blocks } from './blocks.ts'
import { isTemplateName, ATTRIBUTE, templateNames } from './names.ts'
import { nearest } from './nearest.ts'
import { readAsk, readNamed, type TemplateQuestion } from './read-ask.ts'
import {
  failing,
  fine,
  type Mention,
  readCondition,
  type ReadExpression,
  readOutput,
  readValues,
  type Spot,
  spot,
  tokenizerOf,
  atEnd
} from './read-expression.ts'
import { BrokenToken } from './read-tokens.ts'

/** What instead of a name may stand first in `{{ … }}`. */
export const templateOutputs = ['ask', 'promo', 'fragment', 'cursor'] as const
export type TemplateOutput = (typeof templateOutputs)[number]

export type OutputToken = ConstructorParameters<typeof Output>[0]

/** What is in a body by itself, without knowing attributes and fragments. */
export interface CheckedBody {
  readonly spots: readonly Spot[]
  readonly fragments: readonly Mention[]
  /** Questions and fragments as they follow each other. */
  readonly order: readonly (TemplateQuestion | Mention)[]
  /** Keys of attributes: `order_number`. */
  readonly attributes: readonly Mention[]
  /** Parts that are shown as they stand. */
  readonly broken: ReadonlySet<TopLevelToken>
  /** Whether something is wrong with tags: then no part of the body is left out. */
  readonly tagsBroken: boolean
}

/** The special word that an output begins with; null for names and literals. */
export function outputWord(token: OutputToken): TemplateOutput | null {
  const word = /^[a-z]+(?![\w.[-])/u.exec(token.content)?.[0]
  return templateOutputs.find((known) => known === word) ?? null
}

export function checkBody(tokens: readonly TopLevelToken[]): CheckedBody {
  const spots: Spot[] = []
  const order: (TemplateQuestion | Mention)[] = []
  const fragments: Mention[] = []
  const attributes: Mention[] = []
  const broken = new Set<TopLevelToken>()
  const blocks = new Blocks()
  let isEmpty = true
  let tagsBroken = false

  const note = (token: TopLevelToken, { spots: found, names }: ReadExpression) => {
    const all = [...found, ...names.flatMap(nameProblem)]
    for (const { name, from, to } of names) {
      if (name.startsWith(ATTRIBUTE)) attributes.push({ name: name.slice(ATTRIBUTE.length), from, to })
    }
    if (all.length > 0) broken.add(token)
    spots.push(...all)
    return all.length === 0
  }

  const checkOutput = (token: OutputToken) => {
    isEmpty = isEmpty && outputWord(token) === 'cursor'
    const word = outputWord(token)
    if (word === null) return note(token, readOutput(tokenizerOf(token), token))
    const tokenizer = argumentsOf(token)
    switch (word) {
      case 'ask': {
        const read = readAsk(tokenizer, token)
        if (read.question) order.push(read.question)
        return note(token, read)
      }
      case 'fragment': {
        const read = readNamed(tokenizer, token, false)
        if (read.named !== null) {
          const mention = { name: read.named, from: token.begin, to: token.end }
          fragments.push(mention)
          order.push(mention)
        }
        return note(token, read)
      }
      case 'promo':
        return note(token, readNamed(tokenizer, token, true))
      case 'cursor': {
        const wrong = atEnd(tokenizer) ? null : 'wrong-argument'
        const code = wrong ?? (blocks.putCursor() ? null : 'two-cursors')
        return note(token, code === null ? fine : failing(spot(code, token)))
      }
    }
  }

  for (const token of tokens) {
    if (token instanceof BrokenToken) {
      // What begins and never ends is said once, below.
      if (!blocks.isLiteral) spots.push(spot('syntax', token))
      broken.add(token)
      tagsBroken = tagsBroken || token.getText().startsWith('{%')
      isEmpty = false
    } else if (TypeGuards.isTagToken(token)) {
      const read = blocks.isLiteral ? blocks.endLiteral(token) : blocks.tag(token)
      if (!note(token, typeof read === 'string' ? readTag[read](argumentsOf(token), token) : read)) tagsBroken = true
    } else if (blocks.isComment) {
      continue
    } else if (TypeGuards.isOutputToken(token)) {
      checkOutput(token)
    } else {
      isEmpty = isEmpty && token.getText().trim() === ''
      if (!blocks.isLiteral) spots.push(...strayEnds(token))
    }
  }
  for (const { opened } of blocks.open) {
    spots.push(spot('unclosed', opened))
    tagsBroken = true
  }
  const [first] = tokens
  const length = tokens.at(-1)?.end ?? 0
  if (isEmpty && spots.length === 0)
    spots.push({ from: first?.begin ?? 0, to: length, code: 'empty', detail: '', instead: null })
  return { spots: spots.toSorted((a, b) => a.from - b.from), order, fragments, attributes, broken, tagsBroken }
}

const readTag = { condition: readCondition, value: readOutput, values: readValues }

/** Reads behind the first word. Not by the token's own tokenizer: Liquid reads on there when it parses the body. */
export function argumentsOf(token: OutputToken | TagToken): Tokenizer {
  const tokenizer = tokenizerOf(token)
  tokenizer.readTagName()
  return tokenizer
}

/** `}}` without its beginning. */
function strayEnds(token: TopLevelToken): Spot[] {
  return [...token.getText().matchAll(/[^\s{}]{0,40}[ \t]?(?:\}\}|%\})/gu)].map(({ 0: detail, index }) => {
    const from = token.begin + index
    return { from, to: from + detail.length, code: 'syntax', detail, instead: null }
  })
}

function nameProblem({ name, from, to }: Mention): Spot[] {
  if (isTemplateName(name)) return []
  const lower = name.toLowerCase()
  if (name.startsWith(ATTRIBUTE) && /^[^\s"'[\].]+$/u.test(name.slice(ATTRIBUTE.length))) {
    // Keys are in small letters, see attributeKey.
    return name === lower ? [] : [{ from, to, code: 'wrong-case', detail: name, instead: lower }]
  }
  if (isTemplateName(lower)) return [{ from, to, code: 'wrong-case', detail: name, instead: lower }]
  return [{ from, to, code: 'unknown-placeholder', detail: name, instead: nearest(name, templateNames) }]
}
