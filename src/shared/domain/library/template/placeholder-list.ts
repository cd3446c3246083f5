import type { TemplateContext } from './render.ts'

/** What an example of the guide is about. */
export type ExampleGroup = 'names' | 'filters' | 'questions' | 'parts' | 'conditions'

/** An example for people who write canned replies, and what it becomes in `sampleContext`. */
export interface TemplateExample {
  readonly group: ExampleGroup
  readonly source: string
  readonly shows: string
}

/** A conversation to try bodies on: Ana Silva writes to Acme, Ben Ito answers. Its times are in UTC. */
export const sampleContext: TemplateContext = {
  customer: {
    name: 'Ana Silva',
    username: 'anasilva',
    attributes: { 'Order number': 'A-1042', Points: 0, Plan: 'pro' }
  },
  agent: { name: 'Ben Ito' },
  brand: { name: 'Acme', username: 'acme' },
  conversation: {
    category: 'billing',
    startedAt: Date.UTC(2026, 2, 6, 9, 5),
    lastMessageAt: Date.UTC(2026, 2, 9, 14, 20)
  },
  now: Date.UTC(2026, 2, 9, 14, 30),
  locale: 'en-GB',
  timeZone: 'UTC',
  fragments: new Map([['signature', 'Best, {{ agent.first_name }}']])
}

/** Answers to the questions of the examples that are answered. */
export const sampleAnswers: Readonly<Record<string, string>> = {
  'Order number': '007',
  'Delivery day': '2026-03-12',
  Amount: '1250'
}

/** One of each: docs/placeholders.md has them all, and a test looks that both say what happens. */
export const templateExamples: readonly TemplateExample[] = [
  { group: 'names', source: '{{ customer.name }}', shows: 'Ana Silva' },
  { group: 'names', source: '{{ customer.first_name }}', shows: 'Ana' },
  { group: 'names', source: '{{ customer.last_name }}', shows: 'Silva' },
  { group: 'names', source: '@{{ customer.username }}', shows: '@anasilva' },
  { group: 'names', source: '{{ customer.attribute.order_number }}', shows: 'A-1042' },
  { group: 'names', source: '{{ agent.name }}', shows: 'Ben Ito' },
  { group: 'names', source: '{{ agent.first_name }}', shows: 'Ben' },
  { group: 'names', source: '{{ brand.name }}', shows: 'Acme' },
  { group: 'names', source: '@{{ brand.username }}', shows: '@acme' },
  { group: 'names', source: '{{ conversation.category }}', shows: 'billing' },
  { group: 'names', source: '{{ conversation.started }}', shows: '6 Mar 2026' },
  { group: 'names', source: '{{ conversation.last_message | date: "weekday" }}', shows: 'Monday' },
  { group: 'names', source: '{{ now | date: "time" }}', shows: '14:30' },
  { group: 'names', source: '{{ today }}', shows: '9 Mar 2026' },
  { group: 'filters', source: '{{ customer.attribute.city | fallback: "your city" }}', shows: 'your city' },
  { group: 'filters', source: '{{ customer.attribute.nickname | default: customer.first_name }}', shows: 'Ana' },
  { group: 'filters', source: '{{ today | date: "short" }}', shows: '09/03/2026' },
  { group: 'filters', source: '{{ today | date: "long" }}', shows: '9 March 2026' },
  { group: 'filters', source: '{{ today | plus_days: 3 | date: "medium" }}', shows: '12 Mar 2026' },
  { group: 'filters', source: '{{ 1250.5 | number }}', shows: '1,250.5' },
  { group: 'filters', source: '{{ 1250.5 | money: "EUR" }}', shows: '€1,250.50' },
  { group: 'filters', source: '{{ customer.first_name | upcase }}', shows: 'ANA' },
  { group: 'filters', source: '{{ brand.name | downcase }}', shows: 'acme' },
  { group: 'filters', source: '{{ conversation.category | capitalize }}', shows: 'Billing' },
  { group: 'filters', source: '{{ customer.name | first_word }}', shows: 'Ana' },
  { group: 'questions', source: '{{ ask "Order number" }}', shows: '007' },
  {
    group: 'questions',
    source: '{{ ask "Delivery day", type: "date" | date: "weekday" }}',
    shows: 'Thursday'
  },
  { group: 'questions', source: '{{ ask "Amount", type: "number" | money: "EUR" }}', shows: '€1,250.00' },
  {
    group: 'questions',
    source: '{{ ask "Size", type: "choice", choices: "S, M, L", default: "M" }}',
    shows: 'M'
  },
  { group: 'parts', source: '{{ fragment "signature" }}', shows: 'Best, Ben' },
  { group: 'parts', source: 'Hello, {{ cursor }}bye', shows: 'Hello, bye' },
  { group: 'parts', source: '{{ promo "SUMMER" }}', shows: '{{ promo "SUMMER" }}' },
  {
    group: 'conditions',
    source: '{% if customer.first_name %}Hi {{ customer.first_name }}{% else %}Hello{% endif %}!',
    shows: 'Hi Ana!'
  },
  {
    group: 'conditions',
    source: '{% if customer.attribute.points >= 100 or customer.attribute.plan == "pro" %}Free{% endif %}',
    shows: 'Free'
  },
  {
    group: 'conditions',
    source: '{% if customer.attribute.order_number contains "A-" %}Parcel{% elsif brand.name %}Letter{% endif %}',
    shows: 'Parcel'
  },
  {
    group: 'conditions',
    source: '{% unless customer.attribute.city %}Where do you live?{% endunless %}',
    shows: 'Where do you live?'
  },
  {
    group: 'conditions',
    source: '{% case conversation.category %}{% when "billing", "other" %}Invoice{% else %}Hello{% endcase %}',
    shows: 'Invoice'
  },
  { group: 'conditions', source: '{% comment %}for us alone{% endcomment %}Hello', shows: 'Hello' },
  { group: 'conditions', source: '{% raw %}{{ as it is }}{% endraw %}', shows: '{{ as it is }}' }
]
