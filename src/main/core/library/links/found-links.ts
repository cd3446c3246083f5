import type { UnaskedReason } from '../../../../shared/domain/library/link.ts'
import { leadsNowhere } from '../findings/text-marks.ts'

/** A link in a template: what to ask (without what follows `#`), or how it is written and why it is not asked. */
export type FoundLink =
  | { readonly kind: 'asked'; readonly address: string }
  | { readonly kind: 'unasked'; readonly written: string; readonly why: UnaskedReason }

const MOST_LETTERS = 2_000
/** Stand for `{{ … }}` and `{% … %}` while links are looked for. */
const VALUE = '\uE000'
const TAG = '\uE001'

const LABEL = String.raw`[\p{L}\p{N}\-${VALUE}]+`
/**
 * Where a host ends when letters of another script follow without a space (`shop.co.jpをご覧`): there are no such names that
 * end in two scripts, and what X makes a link of ends there, too.
 */
const END = String.raw`(?:[a-z]{2,63}|xn--[a-z\d-]+|\p{Script=Cyrillic}+|\p{Script=Arabic}+|\p{Script=Hebrew}+|\p{Script=Greek}+|${VALUE}|\d+)`
const HOST = String.raw`(?:\[[\da-f:.]+\]|(?:${LABEL}\.)+${END}|${LABEL})`
/** As X reads addresses: letters of other scripts belong to what follows. */
const REST = String.raw`(?:[/?#${VALUE}${TAG}][a-z\d!*';:=+,.$/%#[\]\-–_~@|&?()À-ÖØ-öø-ɏ\u0400-\u04FF${VALUE}${TAG}]*)?`
const LINK = new RegExp(
  String.raw`(?<![a-z\d@/.])(?:https?:\/\/(?:[^\s/?#@<>"]{1,200}@)?|www\.)${HOST}(?::\d{1,5})?${REST}`,
  'giu'
)
const BEGINS = /^(?:https?:\/\/|www\.)/iu

/** The links in a template. Nothing is asked of anybody. */
export function linksIn(template: string): FoundLink[] {
  if (!/:\/\/|www\./iu.test(template)) return []
  const text = template
    .replaceAll(/[\uE000\uE001]/gu, ' ')
    .replaceAll(/\{\{[\s\S]*?\}\}/gu, VALUE)
    .replaceAll(/\{%[\s\S]*?%\}/gu, TAG)
  return [...text.matchAll(LINK)].flatMap(([written]) => apart(written).map(toLink))
}

/**
 * `https://a.com/vip{% else %}https://a.com/sale{% endif %}` is two links; where other letters go on after a tag, what the
 * link will be depends on the conversation.
 */
function apart(written: string): string[] {
  const links: string[] = []
  for (const piece of written.split(TAG).map(withoutEnd)) {
    if (links.length === 0 || BEGINS.test(piece)) links.push(piece)
    else if (piece !== '') links.push(`${links.pop() ?? ''}${VALUE}${piece}`)
  }
  return links
}

function toLink(written: string): FoundLink {
  const shown = written.replaceAll(VALUE, '{{…}}').slice(0, 200)
  const unasked = (why: UnaskedReason): FoundLink => ({ kind: 'unasked', written: shown, why })
  if (written.includes(VALUE)) return unasked('placeholder')
  const url = URL.parse(/^www\./iu.test(written) ? `https://${written}` : written)
  if (url === null || written.length > MOST_LETTERS) return unasked('nowhere')
  if (url.username !== '' || url.password !== '') return unasked('sign-in')
  if (url.protocol !== 'https:') return unasked('not-https')
  if (leadsNowhere(url)) return unasked('nowhere')
  url.hash = ''
  return { kind: 'asked', address: url.href }
}

/** Without the signs that end a sentence, and the brackets around the link. */
function withoutEnd(written: string): string {
  let link = written
  for (;;) {
    const last = link.at(-1) ?? ''
    const unopened = (last === ')' && !isOpened(link, '(', ')')) || (last === ']' && !isOpened(link, '[', ']'))
    if (last === '' || (!unopened && !/[.,;:!?'*]/u.test(last))) return link
    link = link.slice(0, -1)
  }
}

function isOpened(link: string, open: string, close: string): boolean {
  return link.split(open).length >= link.split(close).length
}
