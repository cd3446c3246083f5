/** What a placeholder may name, besides the attributes that a team defined. Each is text or a moment. */
export const templateNames = [
  'customer.name',
  'customer.first_name',
  'customer.last_name',
  'customer.username',
  'agent.name',
  'agent.first_name',
  'brand.name',
  'brand.username',
  'conversation.category',
  'conversation.started',
  'conversation.last_message',
  'now',
  'today'
] as const
export type TemplateName = (typeof templateNames)[number]

/** Before the key of an attribute: `customer.attribute.order_number`. */
export const ATTRIBUTE = 'customer.attribute.'

const known: ReadonlySet<string> = new Set(templateNames)

export function isTemplateName(name: string): name is TemplateName {
  return known.has(name)
}

/**
 * How an attribute is named in templates: “Order number” is `order_number`. Small letters; what is neither letter nor
 * digit becomes one `_`. Empty when nothing is left.
 */
export function attributeKey(name: string): string {
  return name
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{M}\p{N}]+/gu, '_')
    .replaceAll(/^_|_$/gu, '')
}
