import { Token, TokenKind, Tokenizer, type TopLevelToken, TypeGuards } from 'liquidjs'
import { engine } from './engine.ts'

/** So many parts that cannot be read are told apart; the rest is one. Bounds the work on text that is no template. */
const MOST_FAILURES = 30

/** A stretch that cannot be read. It is shown as it stands. */
export class BrokenToken extends Token {
  /** Like Liquid's tokens of plain text. */
  readonly trimLeft = 0
  readonly trimRight = 0

  constructor(input: string, begin: number, end: number) {
    super(TokenKind.HTML, input, begin, end)
  }

  getContent(): string {
    return this.getText()
  }
}

/** Takes a body apart by Liquid's own tokenizer, and goes on behind what that refuses. */
export function readTokens(body: string): TopLevelToken[] {
  const tokens: TopLevelToken[] = []
  const last = { '{{': body.lastIndexOf('}}'), '{%': body.lastIndexOf('%}') }
  let tokenizer = tokenizerAt(body, 0)
  let failures = 0
  const broken = (begin: number, end: number) => {
    failures += 1
    const to = failures > MOST_FAILURES ? body.length : end
    tokens.push(new BrokenToken(body, begin, to))
    tokenizer = tokenizerAt(body, to)
  }
  while (tokenizer.p < body.length) {
    const begin = tokenizer.p
    const open = body.slice(begin, begin + 2)
    const inRaw = isRaw(tokens.at(-1))
    if (!inRaw && (open === '{{' || open === '{%') && last[open] < begin) {
      broken(begin, endOfLine(body, begin))
      continue
    }
    try {
      const token = tokenizer.readTopLevelToken(engine.options)
      const inner = TypeGuards.isHTMLToken(token) ? -1 : lastOpening(body, token.begin, token.end)
      if (inner === -1) tokens.push(token)
      else broken(begin, inner)
    } catch {
      broken(begin, inRaw ? body.length : endOfBroken(body, begin))
    }
  }
  return controlBlanks(tokens)
}

function tokenizerAt(body: string, at: number): Tokenizer {
  return new Tokenizer(body, engine.options.operators, undefined, [at, body.length])
}

function isRaw(token: TopLevelToken | undefined): boolean {
  return TypeGuards.isTagToken(token) && token.name === 'raw'
}

function endOfLine(body: string, from: number): number {
  const end = body.indexOf('\n', from)
  return end === -1 ? body.length : end
}

/** Behind the next closing braces on the line, else the end of it. */
function endOfBroken(body: string, from: number): number {
  const line = endOfLine(body, from)
  const close = /\}\}|%\}/u.exec(body.slice(from, line))
  return close === null ? line : from + close.index + 2
}

/** Braces that open once more before they are closed: the last ones, outside of quotes; -1 when there are none. */
function lastOpening(body: string, begin: number, end: number): number {
  let found = -1
  let quote = ''
  for (let at = begin + 2; at < end - 2; at += 1) {
    const letter = body.charAt(at)
    if (quote !== '') {
      if (letter === '\\') at += 1
      else if (letter === quote) quote = ''
    } else if (letter === '"' || letter === "'") quote = letter
    else if (letter === '{' && (body[at + 1] === '{' || body[at + 1] === '%')) found = at
  }
  return found
}

/** `{{-` and `-}}` take the blanks beside them away, as everywhere in Liquid. */
function controlBlanks(tokens: TopLevelToken[]): TopLevelToken[] {
  for (const [index, token] of tokens.entries()) {
    if (!TypeGuards.isDelimitedToken(token)) continue
    const [before, after] = [tokens[index - 1], tokens[index + 1]]
    if (token.trimLeft && TypeGuards.isHTMLToken(before) && !(before instanceof BrokenToken)) {
      before.trimRight = before.size() - before.getText().trimEnd().length
    }
    if (token.trimRight && TypeGuards.isHTMLToken(after) && !(after instanceof BrokenToken)) {
      after.trimLeft = after.size() - after.getText().trimStart().length
    }
  }
  return tokens
}
