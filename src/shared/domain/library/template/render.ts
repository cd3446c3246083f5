import { Context, toValueSync } from 'liquidjs'
import { localeOf } from './dates.ts'
import { engine, setLocale } from './engine.ts'
import { type Missing, Page, type Segment } from './page.ts'
import { parseTemplate } from './parse.ts'
import { questionKey } from './read-ask.ts'
import { tidy } from './tidy.ts'
import { valuesOf, type TemplateValues } from './values.ts'

/** What a body is filled in with. Times are ms since 1970. */
export interface TemplateContext extends TemplateValues {
  readonly now: number
  /** Language of the body (`pt-BR`): dates and numbers are written in it. */
  readonly locale: string
  /** IANA name; that of this machine when it is left out. */
  readonly timeZone?: string
  /** Bodies of fragments by shortcut, in the language of the body. */
  readonly fragments?: ReadonlyMap<string, string>
  /** The code that a promo gives; null while it gives none. */
  readonly promos?: (name: string) => string | null
}

export interface Rendered {
  /** Their texts one after another are `text`. */
  readonly segments: readonly Segment[]
  readonly text: string
  /** Where the caret goes, in `text`, UTF-16 units; null: nowhere in particular. */
  readonly cursor: number | null
  /** What could not be filled in, in order. The text has it as it is written in the body. */
  readonly missing: readonly Missing[]
}

/**
 * Fills a body in. Never throws: what cannot be filled in stays visible as it is written, for the send check to find.
 * Values are never read as templates.
 * @param answers by label of the question, or its key
 */
export function renderTemplate(
  body: string,
  context: TemplateContext,
  answers: Readonly<Record<string, string>> = {}
): Rendered {
  const locale = localeOf(context.locale, context.timeZone)
  const page = new Page({
    answers: new Map(Object.entries(answers).map(([label, answer]) => [questionKey(label), answer])),
    fragment: (name) => {
      const fragment = context.fragments?.get(name)
      return fragment === undefined ? undefined : parseTemplate(fragment).parts
    },
    promo: (name) => context.promos?.(name) ?? null
  })
  const scope = new Context(valuesOf(context, context.now), engine.options, { sync: true }, { liquid: engine })
  setLocale(scope, locale)
  toValueSync(engine.renderer.renderTemplates([...parseTemplate(body).parts], scope, page))
  return { ...tidy(page.pieces), missing: page.missing }
}
