import { type FilteredValueToken, type Token, Tokenizer, TypeGuards } from 'liquidjs'
import { engine, LONGEST_EXPRESSION } from './engine.ts'
import { filterChoices, isTemplateFilter, templateFilterNames, templateFilters } from './filters.ts'
import { nearest } from './nearest.ts'
import type { TemplateProblemCode } from './problem.ts'

/** A problem without its line: what is from `from` to `to`. */
export interface Spot {
  readonly from: number
  readonly to: number
  readonly code: TemplateProblemCode
  readonly detail: string
  readonly instead: string | null
}

/** Something that is named in a body, and where. */
export interface Mention {
  readonly name: string
  readonly from: number
  readonly to: number
}

export interface ReadExpression {
  readonly spots: readonly Spot[]
  /** Placeholders that it names: `customer.first_name`, or as they stand there when they are no names at all. */
  readonly names: readonly Mention[]
  /** Behind it, when all is well. */
  readonly filters: readonly FilterToken[]
}

export type FilterToken = FilteredValueToken['filters'][number]

export const fine: ReadExpression = { spots: [], names: [], filters: [] }

export function failing(...spots: readonly Spot[]): ReadExpression {
  return { ...fine, spots }
}

export function spot(code: TemplateProblemCode, token: Token, instead: string | null = null, detail?: string): Spot {
  return { from: token.begin, to: token.end, code, detail: detail ?? shortened(token.getText()), instead }
}

function shortened(text: string): string {
  return text.length <= 80 ? text : `${text.slice(0, 79)}…`
}

/** What stands alone in `{{ … }}`: one name or literal, and filters. */
export function readOutput(tokenizer: Tokenizer, whole: Token): ReadExpression {
  return reading(whole, () => {
    const [value, ...more] = [...tokenizer.readExpressionTokens()]
    const usable = value !== undefined && more.length === 0 && !TypeGuards.isLiteralToken(value)
    if (!usable || !isOperand(value)) return failed(whole)
    return withFilters(tokenizer, whole, namesIn([value]))
  })
}

/** What a tag compares. */
export function readCondition(tokenizer: Tokenizer, whole: Token): ReadExpression {
  return reading(whole, () => {
    const tokens = [...tokenizer.readExpressionTokens()]
    const alternate = tokens.every((token, at) => (at % 2 === 1 ? TypeGuards.isOperatorToken(token) : isOperand(token)))
    if (!alternate || tokens.length % 2 === 0) return failed(whole)
    const filters = tokenizer.readFilters()
    if (!atEnd(tokenizer)) return failed(whole)
    // Liquid would apply them to the whole comparison, which nobody means.
    return { ...failing(...filters.map((filter) => spot('wrong-argument', filter))), names: namesIn(tokens) }
  })
}

/** Values behind `when`: `"a", "b" or "c"`. */
export function readValues(tokenizer: Tokenizer, whole: Token): ReadExpression {
  return reading(whole, () => {
    const tokens: Token[] = []
    do {
      const value = tokenizer.readValue()
      if (value === undefined || !isOperand(value)) return failed(whole)
      tokens.push(value)
    } while (separated(tokenizer))
    return atEnd(tokenizer) ? { ...fine, names: namesIn(tokens) } : failed(whole)
  })
}

/** Filters up to the end, behind something that was read already. */
export function withFilters(tokenizer: Tokenizer, whole: Token, names: readonly Mention[] = []): ReadExpression {
  const filters = tokenizer.readFilters()
  if (!atEnd(tokenizer)) return failed(whole)
  const read = filters.map(readFilter)
  return {
    spots: read.flatMap((filter) => filter.spots),
    names: [...names, ...read.flatMap((filter) => filter.names)],
    filters
  }
}

export function reading(whole: Token, read: () => ReadExpression): ReadExpression {
  if (whole.size() > LONGEST_EXPRESSION) return failed(whole)
  try {
    return read()
  } catch {
    return failed(whole)
  }
}

function failed(whole: Token): ReadExpression {
  return failing(spot('syntax', whole))
}

export function atEnd(tokenizer: Tokenizer): boolean {
  tokenizer.skipBlank()
  return tokenizer.end()
}

function separated(tokenizer: Tokenizer): boolean {
  tokenizer.skipBlank()
  if (tokenizer.peek() === ',') {
    tokenizer.advance()
    return true
  }
  return tokenizer.readOperator()?.operator === 'or'
}

export function isQuoted(token: Token | undefined): boolean {
  if (!TypeGuards.isQuotedToken(token)) return false
  const text = token.getText()
  return text.length >= 2 && text.endsWith(text.charAt(0))
}

function isOperand(token: Token): boolean {
  if (TypeGuards.isQuotedToken(token)) return isQuoted(token)
  return TypeGuards.isNumberToken(token) || TypeGuards.isLiteralToken(token) || TypeGuards.isPropertyAccessToken(token)
}

function namesIn(tokens: readonly Token[]): Mention[] {
  return tokens.flatMap((token) => {
    if (!TypeGuards.isPropertyAccessToken(token)) return []
    const plain = token.variable === undefined && token.props.every((part) => TypeGuards.isWordToken(part))
    const text = token.getText()
    // `a.` is read as `a`; a name is what is written.
    const name = plain ? token.props.map((part) => part.getText()).join('.') : text
    return [{ name: name.length === text.length ? name : text, from: token.begin, to: token.end }]
  })
}

function readFilter(token: FilterToken): ReadExpression {
  const { name, args } = token
  if (!isTemplateFilter(name)) {
    const instead = nearest(name, templateFilterNames)
    return failing({ ...spot('unknown-filter', token, instead, name), to: token.begin + name.length })
  }
  const rule = templateFilters[name]
  const wrong = (instead: string | null = null) => failing(spot('wrong-argument', token, instead))
  const [argument, ...more] = args
  if (more.length > 0 || Array.isArray(argument)) return wrong()
  if (argument === undefined) return rule.argument === 'none' || rule.argument === 'optional' ? fine : wrong()
  if (rule.argument === 'none') return wrong()
  if (TypeGuards.isPropertyAccessToken(argument)) {
    return rule.argument === 'any' ? { ...fine, names: namesIn([argument]) } : wrong()
  }
  const literal = literalOf(argument)
  if (literal === undefined) return wrong()
  if (rule.takes(literal)) return fine
  return wrong(typeof literal === 'string' ? quoted(nearest(literal, filterChoices(name))) : null)
}

export function quoted(text: string | null): string | null {
  return text === null ? null : `"${text}"`
}

/** A string or a number as it is written; undefined for everything else. */
export function literalOf(token: Token | undefined): string | number | undefined {
  if (TypeGuards.isQuotedToken(token)) return isQuoted(token) ? token.content : undefined
  return TypeGuards.isNumberToken(token) ? token.content : undefined
}

export function tokenizerOf(token: { input: string; contentRange: [number, number] }): Tokenizer {
  return new Tokenizer(token.input, engine.options.operators, undefined, token.contentRange)
}
