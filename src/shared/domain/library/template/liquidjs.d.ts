/**
 * The part of LiquidJS (10.30) that templates use. Its own declarations refer to the types of Node, which would let
 * everything in src/shared and the renderer use Node unnoticed; tsconfig.base.json names this file in their place.
 * @module
 */

export declare enum TokenKind {
  HTML = 16
}

export declare class Token {
  kind: TokenKind
  input: string
  begin: number
  end: number
  constructor(kind: TokenKind, input: string, begin: number, end: number)
  getText(): string
  size(): number
}

declare class DelimitedToken extends Token {
  trimLeft: boolean
  trimRight: boolean
  contentRange: [number, number]
  get content(): string
}

export declare class TagToken extends DelimitedToken {
  name: string
  tokenizer: Tokenizer
  readonly args: string
}

declare class OutputToken extends DelimitedToken {
  private readonly isOutput
}

interface HTMLToken extends Token {
  trimLeft: number
  trimRight: number
  getContent(): string
}

export type TopLevelToken = TagToken | OutputToken | HTMLToken

interface IdentifierToken extends Token {
  content: string
}

interface QuotedToken extends Token {
  readonly content: string
  readonly quoted: true
}

interface NumberToken extends Token {
  content: number
}

interface LiteralToken extends Token {
  literal: string
}

interface OperatorToken extends Token {
  operator: string
}

interface PropertyAccessToken extends Token {
  /** What stands before the first dot or bracket, when it is no name. */
  variable: Token | undefined
  props: Token[]
}

interface HashToken extends Token {
  name: IdentifierToken
  value?: Token
}

interface FilterToken extends Token {
  name: string
  /** With a key: `truncate: length: 3`. */
  args: (Token | [string?, Token?])[]
}

export interface FilteredValueToken extends Token {
  filters: FilterToken[]
}

export declare class Tokenizer {
  input: string
  p: number
  constructor(input: string, operators?: Operators, file?: string, range?: [number, number])
  readExpressionTokens(): IterableIterator<Token>
  readOperator(): OperatorToken | undefined
  readFilters(): FilterToken[]
  readTopLevelToken(options: LiquidOptions): TopLevelToken
  readOutputToken(): OutputToken
  readTagName(): string
  readIdentifier(): IdentifierToken
  readHashes(): HashToken[]
  readValue(): Token | undefined
  advance(step?: number): void
  end(): boolean
  peek(): string
  skipBlank(): void
}

export declare namespace TypeGuards {
  function isDelimitedToken(value: unknown): value is TagToken | OutputToken
  function isOperatorToken(value: unknown): value is OperatorToken
  function isHTMLToken(value: unknown): value is HTMLToken
  function isOutputToken(value: unknown): value is OutputToken
  function isTagToken(value: unknown): value is TagToken
  function isQuotedToken(value: unknown): value is QuotedToken
  function isLiteralToken(value: unknown): value is LiteralToken
  function isNumberToken(value: unknown): value is NumberToken
  function isPropertyAccessToken(value: unknown): value is PropertyAccessToken
  function isWordToken(value: unknown): value is IdentifierToken
}

type Operators = Readonly<Record<string, (left: unknown, right: unknown, context: Context) => unknown>>
export declare const defaultOperators: Operators

interface LiquidOptions {
  ownPropertyOnly?: boolean
  strictFilters?: boolean
  globals?: object
  templates?: Readonly<Record<string, string>>
  operators?: Operators
}

/** Liquid waits for what is yielded, as for promises. */
type Rendering = Generator<unknown, unknown, unknown> | IterableIterator<unknown>

export declare class Context {
  constructor(environment: object, options: LiquidOptions, rendering: { sync: boolean }, parts: { liquid: Liquid })
  getRegister<T>(key: string, instead: T): T
  setRegister(key: string, value: unknown): void
}

export declare function toValueSync(value: unknown): unknown

/** `nil`, `empty` and `blank` in expressions. */
export declare class Drop {
  liquidMethodMissing(key: string | number, context: Context): unknown
}

export interface Emitter {
  write(text: unknown): void
  buffer: string
}

export interface Template {
  render(context: Context, emitter: Emitter): unknown
}

type FilterHandler = (this: { context: Context }, value: unknown, argument: unknown) => unknown

export declare class Filter {
  constructor(token: FilterToken, handler: FilterHandler | undefined, liquid: Liquid)
  render(value: unknown, context: Context): Rendering
}

interface Value {
  readonly initial: { readonly postfix: readonly Token[] }
  value(context: Context, lenient?: boolean): Rendering
}

export declare class Output implements Template {
  token: OutputToken
  value: Value
  constructor(token: OutputToken, liquid: Liquid)
  render(context: Context, emitter: Emitter): Rendering
}

export declare abstract class Tag implements Template {
  token: TagToken
  constructor(token: TagToken, remaining: TopLevelToken[], liquid: Liquid)
  abstract render(context: Context, emitter: Emitter): unknown
}

type TagClass = new (token: TagToken, remaining: TopLevelToken[], liquid: Liquid, parser: Parser) => Tag

export declare const IfTag: TagClass
export declare const UnlessTag: TagClass
export declare const CaseTag: TagClass
export declare const RawTag: TagClass
export declare const CommentTag: TagClass

export declare class Parser {
  constructor(liquid: Liquid)
  parseTokens(tokens: TopLevelToken[]): Template[]
  parseToken(token: TopLevelToken, remaining: TopLevelToken[]): Template
}

export declare class Liquid {
  readonly options: LiquidOptions & { readonly operators: Operators }
  readonly renderer: {
    renderTemplates(templates: Template[], context: Context, emitter: Emitter): Rendering
  }
  readonly filters: Record<string, FilterHandler>
  readonly tags: Record<string, TagClass>
  constructor(options: LiquidOptions)
  registerFilter(name: string, filter: FilterHandler): void
  unregisterFilter(name: string): void
  registerTag(name: string, tag: TagClass): void
}
