import {
  CaseTag,
  CommentTag,
  type Context,
  type Emitter,
  Filter,
  IfTag,
  type Liquid,
  Output,
  Parser,
  RawTag,
  Tag,
  type TagToken,
  Tokenizer,
  type TopLevelToken,
  TypeGuards,
  UnlessTag,
  type Token
} from 'liquidjs'
import { argumentsOf, type CheckedBody, type OutputToken, outputWord } from './check-body.ts'
import { engine, localeIn } from './engine.ts'
import { asText } from './filters.ts'
import { type MissingReason, Page } from './page.ts'
import { answerValue } from './answer.ts'
import { readAsk, readNamed, type TemplateQuestion } from './read-ask.ts'
import type { FilterToken } from './read-expression.ts'

/** Liquid's outputs want an expression; those of ours that have none get this. */
const nothing = new Tokenizer('{{ "" }}').readOutputToken()

function pageOf(emitter: Emitter): Page {
  if (!(emitter instanceof Page)) throw new TypeError('Templates are rendered onto a page.')
  return emitter
}

function* filtered(value: unknown, filters: readonly Filter[], context: Context): Generator<unknown, unknown, unknown> {
  let result = value
  for (const filter of filters) result = yield filter.render(result, context)
  return result
}

function filtersOf(tokens: readonly FilterToken[]): Filter[] {
  return tokens.map((token) => new Filter(token, engine.filters[token.name], engine))
}

/** `{{ customer.first_name | fallback: "there" }}`. */
class Placeholder extends Output {
  override *render(context: Context, emitter: Emitter): IterableIterator<unknown> {
    const name = this.value.initial.postfix[0]
    const isName = TypeGuards.isPropertyAccessToken(name)
    const text = asText(yield this.value.value(context, true), localeIn(context))
    const named = isName ? name.getText() : ''
    if (text === undefined) pageOf(emitter).putMissing({ name: named, reason: 'value', source: this.token.getText() })
    else pageOf(emitter).put({ kind: isName ? 'filled' : 'text', text, name: named })
  }
}

/** A part of ours that looks like an output. */
abstract class Special extends Output {
  protected readonly source: Token

  constructor(source: Token) {
    super(nothing, engine)
    this.source = source
  }

  protected miss(emitter: Emitter, name: string, reason: MissingReason): void {
    pageOf(emitter).putMissing({ name, reason, source: this.source.getText() })
  }
}

/** What cannot be read, or does not exist: shown as it stands. */
class Verbatim extends Special {
  override *render(_context: Context, emitter: Emitter): IterableIterator<unknown> {
    yield this.miss(emitter, '', 'problem')
  }
}

/** `{{ ask "Order number" }}`. */
class Ask extends Special {
  private readonly question: TemplateQuestion | null
  private readonly filters: readonly Filter[]

  constructor(token: OutputToken) {
    super(token)
    const read = readAsk(argumentsOf(token), token)
    this.question = read.question
    this.filters = filtersOf(read.filters)
  }

  override *render(context: Context, emitter: Emitter): IterableIterator<unknown> {
    if (this.question === null) return this.miss(emitter, '', 'problem')
    const page = pageOf(emitter)
    const locale = localeIn(context)
    const { key, type, default: instead } = this.question
    const answer = page.surroundings.answers.get(key)?.trim() || instead
    const value = answer === null ? undefined : answerValue(answer, type, locale, this.filters.length > 0)
    const text = asText(yield* filtered(value, this.filters, context), locale)
    if (text === undefined) this.miss(emitter, key, 'answer')
    else page.put({ kind: 'asked', text, name: key })
  }
}

/** `{{ promo "SUMMER" }}`. */
class Promo extends Special {
  private readonly name: string
  private readonly filters: readonly Filter[]

  constructor(token: OutputToken) {
    super(token)
    const read = readNamed(argumentsOf(token), token, true)
    this.name = read.named ?? ''
    this.filters = filtersOf(read.filters)
  }

  override *render(context: Context, emitter: Emitter): IterableIterator<unknown> {
    const page = pageOf(emitter)
    const code = page.surroundings.promo(this.name)?.trim() || undefined
    const text = asText(yield* filtered(code, this.filters, context), localeIn(context))
    if (text === undefined) this.miss(emitter, this.name, 'promo')
    else page.put({ kind: 'filled', text, name: this.name })
  }
}

/** `{{ fragment "signature" }}`. */
class Fragment extends Special {
  private readonly name: string

  constructor(token: OutputToken) {
    super(token)
    this.name = readNamed(argumentsOf(token), token, false).named ?? ''
  }

  override *render(context: Context, emitter: Emitter): IterableIterator<unknown> {
    const page = pageOf(emitter)
    const parts = page.surroundings.fragment(this.name)
    if (parts === undefined) return this.miss(emitter, this.name, 'fragment')
    if (!page.enter(this.name)) return this.miss(emitter, this.name, 'limit')
    page.mark()
    yield engine.renderer.renderTemplates([...parts], context, page)
    page.mark()
    page.leave()
  }
}

/** `{{ cursor }}`. */
class Cursor extends Special {
  override *render(_context: Context, emitter: Emitter): IterableIterator<unknown> {
    yield pageOf(emitter).putCursor()
  }
}

const outputs = { ask: Ask, promo: Promo, fragment: Fragment, cursor: Cursor }

/** Liquid's parser, with our parts in place of its outputs. */
export class TemplateParser extends Parser {
  private readonly checked: CheckedBody

  constructor(checked: CheckedBody) {
    super(engine)
    this.checked = checked
  }

  override parseToken(token: TopLevelToken, remaining: TopLevelToken[]): ReturnType<Parser['parseToken']> {
    const { broken, tagsBroken } = this.checked
    if (broken.has(token) || (tagsBroken && TypeGuards.isTagToken(token))) return new Verbatim(token)
    if (!TypeGuards.isOutputToken(token)) return super.parseToken(token, remaining)
    const word = outputWord(token)
    return word === null ? new Placeholder(token, engine) : new outputs[word](token)
  }
}

type TagClass = Liquid['tags'][string]

/** Liquid's own tag, which leaves marks where it begins and ends. */
function marked(Block: TagClass): TagClass {
  return class extends Tag {
    private readonly block: Tag

    constructor(token: TagToken, remaining: TopLevelToken[], liquid: Liquid, parser: Parser) {
      super(token, remaining, liquid)
      this.block = new Block(token, remaining, liquid, parser)
    }

    *render(context: Context, emitter: Emitter): Generator<unknown, void, unknown> {
      const page = pageOf(emitter)
      page.mark()
      const text = yield this.block.render(context, page)
      if (typeof text === 'string') page.write(text)
      page.mark()
    }
  }
}

engine.registerTag('if', marked(IfTag))
engine.registerTag('unless', marked(UnlessTag))
engine.registerTag('case', marked(CaseTag))
engine.registerTag('raw', marked(RawTag))
engine.registerTag('comment', marked(CommentTag))
