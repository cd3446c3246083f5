import type { ImportFormat } from '../../../../shared/domain/library/import-report.ts'

/** Our placeholders that others have, too. */
const CUSTOMER = { first: 'customer.first_name', last: 'customer.last_name', name: 'customer.name' }
/** Agents go by what they are called here: nobody knows which part of it is a last name. */
const AGENT = { first: 'agent.first_name', last: null, name: 'agent.name' }
const HANDLE = 'customer.username'
const BRAND = 'brand.name'

interface Person {
  readonly first: string
  readonly last: string | null
  readonly name: string
}
type Names = Readonly<Record<string, string | null>>

/** Names of a person under `path`, in the two ways in which systems write them. */
function person(path: string, ours: Person): Names {
  return {
    [`${path}.first_name`]: ours.first,
    [`${path}.firstname`]: ours.first,
    [`${path}.last_name`]: ours.last,
    [`${path}.lastname`]: ours.last,
    [`${path}.name`]: ours.name,
    [`${path}.fullname`]: ours.name,
    [`${path}.full_name`]: ours.name
  }
}

const CHATWOOT = { ...person('contact', CUSTOMER), ...person('agent', AGENT), 'inbox.name': BRAND }
const ZENDESK = {
  ...person('ticket.requester', CUSTOMER),
  ...person('current_user', AGENT),
  ...person('ticket.assignee', AGENT),
  'ticket.brand.name': BRAND,
  'ticket.account': BRAND
}
const GORGIAS = {
  ...person('ticket.customer', CUSTOMER),
  ...person('current_user', AGENT),
  ...person('ticket.assignee_user', AGENT)
}
const FRONT = {
  ...person('recipient', CUSTOMER),
  'recipient.handle': HANDLE,
  'recipient.twitter': HANDLE,
  ...person('user', AGENT)
}
const MISSIVE = { ...person('recipient', CUSTOMER), ...person('user', AGENT) }
const HELP_SCOUT = {
  ...person('customer', CUSTOMER),
  ...person('user', AGENT),
  'mailbox.name': BRAND,
  'mailbox.fromname': BRAND
}
const ZAMMAD = {
  ...person('ticket.customer', CUSTOMER),
  ...person('user', AGENT),
  'ticket.customer.login': HANDLE,
  'config.product_name': BRAND,
  'config.organization': BRAND
}
const INTERCOM = {
  ...person('user', CUSTOMER),
  ...person('contact', CUSTOMER),
  ...person('lead', CUSTOMER),
  ...person('teammate', AGENT),
  ...person('admin', AGENT),
  'app.name': BRAND,
  'workspace.name': BRAND
}
/** Of a table nobody knows where it comes from: what all mean alike. `user` is the customer in one, the agent in others. */
const ANY = {
  ...CHATWOOT,
  ...ZENDESK,
  ...GORGIAS,
  ...person('recipient', CUSTOMER),
  ...person('customer', CUSTOMER),
  ...person('requester', CUSTOMER),
  ...person('ticket.customer', CUSTOMER),
  ...person('teammate', AGENT),
  'customer.username': HANDLE,
  'customer.handle': HANDLE,
  'brand.name': BRAND,
  'company.name': BRAND,
  'shop.name': BRAND,
  first_name: CUSTOMER.first,
  firstname: CUSTOMER.first,
  customer_name: CUSTOMER.name,
  customer_first_name: CUSTOMER.first,
  agent_name: AGENT.name
}

const NAMES: Readonly<Record<ImportFormat, Names>> = {
  backchannel: {},
  chatwoot: CHATWOOT,
  zendesk: ZENDESK,
  'zendesk-csv': ZENDESK,
  gorgias: GORGIAS,
  front: FRONT,
  missive: MISSIVE,
  'help-scout': HELP_SCOUT,
  freescout: HELP_SCOUT,
  zammad: ZAMMAD,
  intercom: INTERCOM,
  mailspring: {},
  csv: ANY
}

/** Attributes of customers by their own names, as `contact.custom_attribute.Plan` has it. */
const ATTRIBUTE =
  /^(?:contact\.custom_attributes?|ticket\.requester\.custom_fields|ticket\.customer\.(?:data|custom_fields)|(?:user|contact)\.custom_attributes?|recipient\.custom|customer\.(?:custom|attributes))\.(.+)$/iu

/** Our placeholder for one of another system; null when we have none like it. Case says nothing. */
export function ourName(format: ImportFormat, path: string): string | null {
  const names: Names = NAMES[format]
  const key = path.toLowerCase()
  return Object.hasOwn(names, key) ? (names[key] ?? null) : null
}

/** Name of the customer's attribute that a path stands for, as it is written there; null when it is none. */
export function attributeOf(path: string): string | null {
  return ATTRIBUTE.exec(path)?.[1] ?? null
}

/** What an agent is asked for instead: `ticket.order_number` → `Order number`. */
export function questionOf(path: string): string {
  const last = path
    .replaceAll(/\[\s*["']([^"']*)["']\s*\]/gu, '.$1')
    .replaceAll(/\[[^\]]*\]/gu, '')
    .split('.')
    .findLast((part) => part.trim() !== '')
  const words = (last ?? path)
    .replaceAll(/(\p{Ll})(\p{Lu})/gu, '$1 $2')
    .replaceAll(/[_-]+/gu, ' ')
    .trim()
    .toLowerCase()
  const question = words === '' || words === 'id' || words === 'name' ? path.replaceAll(/[._]+/gu, ' ').trim() : words
  return question.charAt(0).toUpperCase() + question.slice(1, 80)
}
