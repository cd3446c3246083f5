import { compile, type FormatCallback, type HtmlToTextOptions } from 'html-to-text'
import { mark, markLiteral } from './marks.ts'
import type { RawLoss } from './raw-reply.ts'

/** A placeholder that stood in the HTML as an element. */
export interface ElementPlaceholder {
  readonly path: string
  readonly fallback: string | null
  /** Agents fill it in by hand. */
  readonly asked: boolean
}

export interface PlainText {
  /** With marks (`marks.ts`) for elements that were placeholders and for code. */
  readonly text: string
  readonly elements: readonly ElementPlaceholder[]
  readonly losses: readonly RawLoss[]
}

const MAX_DEPTH = 200
/** Where something was nested deeper than that. */
const TOO_DEEP = '\uE005'

interface Found {
  readonly elements: ElementPlaceholder[]
  readonly images: string[]
  readonly links: string[]
}

type Element = Parameters<FormatCallback>[0]
type Builder = Parameters<FormatCallback>[2]

/** What is given beside the HTML; the types of html-to-text do not know it yet. */
const foundOf = (builder: Builder): Found => (builder as Builder & { readonly metadata: Found }).metadata
const given = (element: Element, name: string): string | null =>
  (element.attribs as Readonly<Record<string, string>> | undefined)?.[name] ?? null
const attribute = (element: Element, name: string): string => given(element, name) ?? ''

const image: FormatCallback = (element, _walk, builder) => {
  foundOf(builder).images.push(attribute(element, 'alt') || attribute(element, 'src').slice(0, 80))
}

const link: FormatCallback = (element, walk, builder) => {
  const href = attribute(element, 'href').trim()
  const within = textOf(element).trim()
  walk(element.children, builder)
  const address = href.replace(/^mailto:/iu, '').replace(/^tel:/iu, '')
  if (href === '' || href.startsWith('#') || address === within) return
  if (!/^(https?:|mailto:|tel:)/iu.test(href) && !/\{\{|\{%|#\{/u.test(href)) {
    foundOf(builder).links.push(href.slice(0, 80))
    return
  }
  if (href.replace(/\/$/u, '') === within.replace(/\/$/u, '')) return
  builder.addInline(within === '' ? href : ` (${href})`, { noWordTransform: true })
}

/** Intercom: `<attribute key="user.name" default="there"/>`. What HTML takes for its inside stands behind it. */
const placeholder: FormatCallback = (element, walk, builder) => {
  addElement(builder, { path: attribute(element, 'key'), fallback: given(element, 'default'), asked: false })
  walk(element.children, builder)
}

/** Mailspring: filled in by hand; what stands inside is what is asked for. */
const variable: FormatCallback = (element, _walk, builder) => {
  const path = attribute(element, 'data-tvar') || textOf(element)
  addElement(builder, { path, fallback: null, asked: true })
}

const code: FormatCallback = (element, walk, builder) => {
  builder.addLiteral(markLiteral('from'))
  walk(element.children, builder)
  builder.addLiteral(markLiteral('to'))
}

const codeBlock: FormatCallback = (element, walk, builder) => {
  builder.openBlock({ isPre: true, leadingLineBreaks: 2 })
  code(element, walk, builder, {})
  builder.closeBlock({ trailingLineBreaks: 2 })
}

function addElement(builder: Builder, element: ElementPlaceholder): void {
  const { elements } = foundOf(builder)
  elements.push(element)
  builder.addInline(mark(elements.length - 1), { noWordTransform: true })
}

/** The text inside, without going deep: names of variables and addresses are short. */
function textOf(element: Element, depth = 0): string {
  if (depth > 5) return ''
  return element.children
    .map((child) => (child.type === 'text' ? (child.data ?? '') : childText(child, depth)))
    .join('')
}

function childText(child: Element, depth: number): string {
  return child.type === 'tag' ? textOf(child, depth + 1) : ''
}

const options: HtmlToTextOptions = {
  wordwrap: false,
  limits: { maxDepth: MAX_DEPTH, ellipsis: TOO_DEEP },
  formatters: { image, link, placeholder, variable, code, codeBlock },
  selectors: [
    { selector: 'img', format: 'image' },
    { selector: 'svg', format: 'skip' },
    { selector: 'iframe', format: 'skip' },
    { selector: 'object', format: 'skip' },
    { selector: 'template', format: 'skip' },
    { selector: 'noscript', format: 'skip' },
    { selector: 'title', format: 'skip' },
    { selector: 'a', format: 'link' },
    { selector: 'attribute', format: 'placeholder' },
    { selector: 'span[data-tvar]', format: 'variable' },
    { selector: 'code', format: 'code' },
    { selector: 'pre', format: 'codeBlock' },
    { selector: 'code.var', format: 'variable' },
    { selector: 'ul', options: { itemPrefix: '• ' } },
    ...['h1', 'h2', 'h3', 'h4', 'h5', 'h6'].map((selector) => ({ selector, options: { uppercase: false } }))
  ]
}

const convert = compile(options) as (html: string, found: Found) => string

const ACTIVE = /<\s*(script|iframe|object|embed|style|form)\b|\son\w+\s*=\s*["']?/giu
const STYLED = /<\s*(b|strong|i|em|u|font|h[1-6]|table|blockquote|s|strike)\b/iu

/** Makes text of HTML: line breaks and addresses of links are kept, what could run or be fetched is not. */
export function htmlToPlain(html: string): PlainText {
  const found: Found = { elements: [], images: [], links: [] }
  const text = convert(html, found)
  const losses: RawLoss[] = []
  const active = new Set(
    [...html.matchAll(ACTIVE)].map(([match, tag]) => (tag ?? match.trim().replace(/\s*=.*/u, '')).toLowerCase())
  )
  if (active.size > 0) losses.push({ code: 'script', detail: [...active].join(', ') })
  for (const detail of found.images) losses.push({ code: 'image', detail })
  for (const detail of found.links) losses.push({ code: 'link-dropped', detail })
  if (STYLED.test(html)) losses.push({ code: 'formatting', detail: '' })
  if (text.includes(TOO_DEEP)) losses.push({ code: 'nested-too-deep', detail: '' })
  return { text: text.replaceAll(TOO_DEEP, ''), elements: found.elements, losses }
}
