import { createElement, Fragment, type ReactNode } from 'react'
import type { Literal, Message, Values } from '../../../shared/i18n/message.ts'
import type { Mark } from '../../../shared/i18n/translator.ts'
import { translator } from './language.ts'

/**
 * A text of the interface in the language of this window. Never at the top level of a module: there it would be worded
 * once and for ever (`msg` marks a text there).
 * @param message English, as ICU message format has it: `{name}`, `{count, plural, one {# reply} other {# replies}}`
 */
export function t<Text extends string>(message: Message | Literal<Text>, values?: Values): string {
  return translator().text(message, values)
}

/** A sentence that the core made and keeps in English, e.g. why a reply waits: worded where this language knows it. */
export function stored(english: string): string {
  return translator().sentence(english)
}

/** The same with marked parts: `rich('Choose <strong>Native App</strong>.', { strong: (inside) => <strong>{inside}</strong> })` */
export function rich<Text extends string>(
  message: Literal<Text>,
  marks: Readonly<Record<string, (inside: ReactNode) => ReactNode>>,
  values: Values = {}
): ReactNode {
  const made = Object.fromEntries(
    Object.entries(marks).map(([name, mark]): [string, Mark<ReactNode>] => [name, (inside) => mark(asNode(inside))])
  )
  return asNode(translator().pieces(message, values, made))
}

function asNode(pieces: readonly ReactNode[]): ReactNode {
  return createElement(Fragment, null, ...pieces)
}
