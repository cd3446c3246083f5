import { firstName, lastName } from './first-name.ts'
import { ATTRIBUTE, attributeKey, type TemplateName } from './names.ts'

/** What is known about the conversation that a body is filled in for. Times are ms since 1970. */
export interface TemplateValues {
  readonly customer: {
    readonly name: string
    readonly username: string
    /** Values of attributes by the names that the team gave them. */
    readonly attributes: Readonly<Record<string, string | number | boolean>>
  } | null
  readonly agent: { readonly name: string }
  readonly brand: { readonly name: string; readonly username: string } | null
  readonly conversation: {
    readonly category: string | null
    readonly startedAt: number | null
    readonly lastMessageAt: number | null
  } | null
}

/** Objects for Liquid, without prototypes. What is empty is not there at all. */
export function valuesOf({ customer, agent, brand, conversation }: TemplateValues, now: number): object {
  const values: Record<TemplateName, unknown> = {
    'customer.name': clean(customer?.name),
    'customer.first_name': clean(firstName(customer?.name ?? '')),
    'customer.last_name': clean(lastName(customer?.name ?? '')),
    'customer.username': clean(customer?.username),
    'agent.name': clean(agent.name),
    'agent.first_name': clean(firstName(agent.name)),
    'brand.name': clean(brand?.name),
    'brand.username': clean(brand?.username),
    'conversation.category': clean(conversation?.category),
    'conversation.started': moment(conversation?.startedAt),
    'conversation.last_message': moment(conversation?.lastMessageAt),
    now: moment(now),
    today: moment(now)
  }
  const scope = bare()
  for (const [name, value] of Object.entries(values)) put(scope, name.split('.'), value)
  put(scope, ATTRIBUTE.split('.').slice(0, -1), attributesOf(customer?.attributes ?? {}))
  return scope
}

function attributesOf(attributes: Readonly<Record<string, string | number | boolean>>): Record<string, unknown> {
  const byKey = bare()
  for (const [name, value] of Object.entries(attributes)) {
    const key = attributeKey(name)
    // Of two that look the same, the first counts.
    byKey[key] ??= typeof value === 'string' ? clean(value, true) : value
  }
  return byKey
}

function bare(): Record<string, unknown> {
  return Object.create(null) as Record<string, unknown>
}

function put(scope: Record<string, unknown>, [key = '', ...rest]: readonly string[], value: unknown): void {
  if (rest.length === 0) {
    scope[key] = value
    return
  }
  const inner = (scope[key] ?? bare()) as Record<string, unknown>
  scope[key] = inner
  put(inner, rest, value)
}

/** Without control characters, and without those that turn the direction of the text around. */
function clean(text: string | null | undefined, lines = false): string | undefined {
  const cleaned = (text ?? '')
    .replaceAll(/[\u202a-\u202e\u2066-\u2069\ufeff]/gu, '')
    .replaceAll(lines ? /[^\P{Cc}\n]+/gu : /[\p{Cc}\s]+/gu, ' ')
    .trim()
  // What nobody can see is nothing.
  return cleaned.replaceAll(/[\p{Cf}\p{Z}\u2800\u3164]+/gu, '') === '' ? undefined : cleaned
}

function moment(at: number | null | undefined): Date | undefined {
  const date = new Date(at ?? Number.NaN)
  return Number.isNaN(date.getTime()) ? undefined : date
}
