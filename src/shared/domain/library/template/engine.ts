import { type Context, Drop, Liquid, defaultOperators } from 'liquidjs'
import type { Locale } from './dates.ts'
import { templateFilterNames, templateFilters } from './filters.ts'

/** Longer expressions are refused, before their nesting could fill the stack. */
export const LONGEST_EXPRESSION = 1_000

/** `missing`, `nil`, `blank`, `empty` and `""` are one and the same; `3` and `"3"` are equal, too. */
function same(left: unknown, right: unknown): boolean {
  const [first, second] = [comparable(left), comparable(right)]
  return first === second || (first !== '' && second !== '' && String(first) === String(second))
}

function comparable(value: unknown): unknown {
  if (value instanceof Drop || value === undefined || value === null) return ''
  if (value instanceof Date) return value.getTime()
  return typeof value === 'string' ? value.trim() : value
}

function isLess(left: unknown, right: unknown): boolean {
  const [first, second] = [comparable(left), comparable(right)]
  if (first === '' || second === '') return false
  if (typeof first === 'string' && typeof second === 'string') return first < second
  return Number(first) < Number(second)
}

/** Liquid with a closed set: nothing that is not here can be done in a body. Tags are Liquid's own, see blocks.ts. */
export const engine = new Liquid({
  ownPropertyOnly: true,
  strictFilters: true,
  globals: Object.create(null) as object,
  templates: {},
  operators: {
    '==': same,
    '!=': (left: unknown, right: unknown) => !same(left, right),
    '<': isLess,
    '>': (left: unknown, right: unknown) => isLess(right, left),
    '<=': (left: unknown, right: unknown) => isLess(left, right) || (comparable(left) !== '' && same(left, right)),
    '>=': (left: unknown, right: unknown) => isLess(right, left) || (comparable(left) !== '' && same(left, right)),
    contains: (left: unknown, right: unknown) =>
      comparable(left) !== '' &&
      comparable(right) !== '' &&
      String(comparable(left)).includes(String(comparable(right))),
    and: defaultOperators['and'] ?? (() => false),
    or: defaultOperators['or'] ?? (() => false)
  }
})

for (const name of Object.keys(engine.filters)) engine.unregisterFilter(name)
for (const name of Object.keys(engine.tags)) delete engine.tags[name]

const LOCALE = 'locale'

/** Filters write in the language of this locale. */
export function setLocale(context: Context, locale: Locale): void {
  context.setRegister(LOCALE, locale)
}

export function localeIn(context: Context): Locale {
  return context.getRegister<Locale>(LOCALE, { language: 'en', timeZone: undefined })
}

for (const name of templateFilterNames) {
  const { apply } = templateFilters[name]
  engine.registerFilter(name, function (value: unknown, argument: unknown) {
    return apply(value, argument, localeIn(this.context))
  })
}
