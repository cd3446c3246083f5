import type { TagToken } from 'liquidjs'
import { nearest } from './nearest.ts'
import { failing, fine, type ReadExpression, spot } from './read-expression.ts'

/** The closed set; `endif` and so on belong to them. */
export const templateTags = ['if', 'unless', 'case', 'raw', 'comment'] as const
export type TemplateTag = (typeof templateTags)[number]

const inner = ['elsif', 'else', 'when'] as const
const allTags = [...templateTags, ...inner, ...templateTags.map((tag) => `end${tag}`)]

/** Deeper ones are refused: nobody could read them, and Liquid reads them by recursion. */
const DEEPEST = 12

interface Block {
  readonly opened: TagToken
  readonly name: TemplateTag
  hasElse: boolean
  hasWhen: boolean
  /** Whether a cursor stands before the block, and in one of its branches so far. */
  readonly cursorBefore: boolean
  cursorInside: boolean
}

/** Which blocks are open while one reads along, and whether the caret has its place. */
export class Blocks {
  readonly open: Block[] = []
  private cursor = false

  /** Inside of `raw` and `comment` nothing means anything. */
  get isLiteral(): boolean {
    return this.isComment || this.open.at(-1)?.name === 'raw'
  }

  get isComment(): boolean {
    return this.open.at(-1)?.name === 'comment'
  }

  /** @returns whether it is the first one on this way through the body */
  putCursor(): boolean {
    const first = !this.cursor
    this.cursor = true
    return first
  }

  /** A tag inside of `raw` or `comment`. */
  endLiteral(token: TagToken): ReadExpression {
    if (token.name === `end${this.open.at(-1)?.name ?? ''}`) this.open.pop()
    return fine
  }

  /** @returns what is wrong with its place, or what has to be read behind its name */
  tag(token: TagToken): ReadExpression | 'condition' | 'value' | 'values' {
    const { name } = token
    const known = templateTags.find((tag) => tag === name)
    if (known !== undefined) return this.begin(token, known)
    if (name === 'elsif' || name === 'else' || name === 'when') return this.branch(token, name)
    const ended = this.open.at(-1)
    if (allTags.includes(name)) {
      if (ended === undefined || name !== `end${ended.name}`)
        return wrong('unclosed', token, ended && `end${ended.name}`)
      this.open.pop()
      this.cursor = ended.cursorInside || this.cursor
      if (ended.name === 'case' && !ended.hasWhen) return wrong('wrong-argument', ended.opened)
      return token.args === '' ? fine : wrong('wrong-argument', token)
    }
    return wrong(
      'unknown-tag',
      token,
      ['ask', 'promo', 'fragment', 'cursor'].includes(name) ? `{{ ${name} }}` : nearest(name, allTags)
    )
  }

  private begin(token: TagToken, name: TemplateTag): ReadExpression | 'condition' | 'value' | 'values' {
    if (this.open.length >= DEEPEST) return wrong('syntax', token)
    this.open.push({
      opened: token,
      name,
      hasElse: false,
      hasWhen: false,
      cursorBefore: this.cursor,
      cursorInside: false
    })
    if (name === 'if' || name === 'unless') return 'condition'
    if (name === 'case') return 'value'
    return token.args === '' ? fine : wrong('wrong-argument', token)
  }

  private branch(token: TagToken, name: (typeof inner)[number]): ReadExpression | 'condition' | 'value' | 'values' {
    const block = this.open.at(-1)
    const fits = block !== undefined && (block.name === 'case') === (name === 'when') && !block.hasElse
    if (block === undefined || !(fits || (name === 'else' && !block.hasElse))) return wrong('unclosed', token)
    block.cursorInside ||= this.cursor
    this.cursor = block.cursorBefore
    if (name === 'elsif') return 'condition'
    if (name === 'when') {
      block.hasWhen = true
      return 'values'
    }
    block.hasElse = true
    return token.args === '' ? fine : wrong('wrong-argument', token)
  }
}

function wrong(
  code: 'unclosed' | 'unknown-tag' | 'wrong-argument' | 'syntax',
  token: TagToken,
  instead: string | null = null
): ReadExpression {
  const name = code === 'unknown-tag' ? token.name : undefined
  return failing(spot(code, token, instead, name))
}
