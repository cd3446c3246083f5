import {
  ATTRIBUTE,
  attributeKey,
  type TemplateName,
  templateNames
} from '../../../../../shared/domain/library/template/names.ts'
import { type Message, msg } from '../../../../../shared/i18n/message.ts'
import { t } from '../../../i18n/t.ts'

/** Something that can be written into a body. */
export interface PlaceholderChoice {
  readonly id: string
  readonly label: string
  readonly group: string
  /** What is written. */
  readonly source: string
}

const names: Readonly<Record<TemplateName, Message>> = {
  'customer.name': msg('The customer’s whole name'),
  'customer.first_name': msg('The customer’s first name'),
  'customer.last_name': msg('The customer’s last name'),
  'customer.username': msg('The customer’s handle, without @'),
  'agent.name': msg('Your whole name'),
  'agent.first_name': msg('Your first name'),
  'brand.name': msg('The name of the account that answers'),
  'brand.username': msg('The handle of the account that answers, without @'),
  'conversation.category': msg('The category of the conversation'),
  'conversation.started': msg('When the conversation began'),
  'conversation.last_message': msg('When the last message came'),
  now: msg('The time now'),
  today: msg('The date today')
}

/** A name may be unknown: what it says then comes with it. */
const FALLBACKS: Partial<Record<TemplateName, string>> = {
  'customer.name': 'there',
  'customer.first_name': 'there'
}

function sourceOf(name: TemplateName): string {
  const fallback = FALLBACKS[name]
  return fallback === undefined ? `{{ ${name} }}` : `{{ ${name} | fallback: "${fallback}" }}`
}

function nameText(name: TemplateName): string {
  return t(names[name])
}

/**
 * Everything that can be inserted into a body.
 * @param attributes names of the attributes that the team defined
 * @param fragments shortcuts of approved fragments, with their titles
 */
export function placeholderChoices(
  attributes: readonly string[],
  fragments: readonly { readonly shortcut: string; readonly title: string }[]
): readonly PlaceholderChoice[] {
  const known = templateNames.map((name) => ({
    id: name,
    label: nameText(name),
    group: t('Filled in by itself'),
    source: sourceOf(name)
  }))
  const own = attributes.map((name) => ({
    id: `attribute ${name}`,
    label: name,
    group: t('Attributes of the customer'),
    source: `{{ ${ATTRIBUTE}${attributeKey(name)} }}`
  }))
  const asked = [
    { id: 'ask', label: t('A question: any text'), source: '{{ ask "Order number" }}' },
    {
      id: 'ask number',
      label: t('A question: a number'),
      source: '{{ ask "How many", type: "number", default: "1" }}'
    },
    { id: 'ask date', label: t('A question: a date'), source: '{{ ask "Arrives on", type: "date" | date: "long" }}' },
    { id: 'ask choice', label: t('A question: one of several'), source: '{{ ask "Size", choices: "S, M, L" }}' }
  ].map((choice) => ({ ...choice, group: t('Asked when it is inserted') }))
  const parts = fragments.map(({ shortcut, title }) => ({
    id: `fragment ${shortcut}`,
    label: title,
    group: t('Fragments'),
    source: `{{ fragment "${shortcut}" }}`
  }))
  const rest = [
    { id: 'cursor', label: t('Where the cursor goes'), source: '{{ cursor }}' },
    {
      id: 'if',
      label: t('Only if something is known'),
      source: '{% if customer.first_name %}Hi {{ customer.first_name }}!{% else %}Hi!{% endif %}'
    }
  ].map((choice) => ({ ...choice, group: t('More') }))
  return [...known, ...own, ...asked, ...parts, ...rest]
}
