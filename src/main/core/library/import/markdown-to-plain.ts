import { markLiteral } from './marks.ts'
import type { RawLoss } from './raw-reply.ts'

const FENCED = /^[ \t]*(```|~~~)[^\n]*\n([\s\S]*?)(?:^[ \t]*\1[ \t]*$|(?![\s\S]))/gmu
const INLINE_CODE = /(?<!`)(`{1,3})(?!`)([^`\n]+|[^\n]{0,500}?[^`\n])\1(?!`)/gu

/** Makes text of Markdown: X shows no formatting. Addresses of links are kept, code keeps every character. */
export function markdownToPlain(markdown: string): { readonly text: string; readonly losses: readonly RawLoss[] } {
  const images: string[] = []
  const coded = markdown
    .replaceAll(FENCED, (_match, _fence: string, code: string) => held(code.replace(/\n$/u, '')))
    .replaceAll(INLINE_CODE, (_match, _ticks: string, code: string) => held(code))
  const outside = (text: string): string =>
    text
      .replaceAll(
        /!\[([^\]\n]{0,500})\]\(([^)\s]{0,2000})[^)\n]{0,500}\)/gu,
        (_match, alt: string, address: string) => {
          images.push(alt || address)
          return ''
        }
      )
      .replaceAll(
        /\[([^\]\n]{1,500})\]\((https?:[^)\s]{1,2000})(?: +"[^"\n]{0,500}")?\)/gu,
        (_match, words: string, address: string) => (words === address ? address : `${words} (${address})`)
      )
      .replaceAll(/<(https?:[^>\s]{1,2000})>/gu, '$1')
      .replaceAll(/^[ \t]{0,3}#{1,6}[ \t]+/gmu, '')
      .replaceAll(/(\*\*|__)(?=\S)([^\n]{0,2000}?\S)\1/gu, '$2')
      .replaceAll(/(?<![\p{L}\p{N}*\\])\*(?=[^\s*])([^*\n]*?[^\s*\\])\*(?!\*)/gu, '$1')
      .replaceAll(/(?<![\p{L}\p{N}_.{\\])_(?=[^\s_])([^_\n{}]*?[^\s_])_(?![\p{L}\p{N}_])/gu, '$1')
      .replaceAll(/~~(?=\S)([^\n~]*?\S)~~/gu, '$1')
      .replaceAll(/\\([\\`*_[\]()#+.!~>-])/gu, '$1')
      .replaceAll(/\\\n|(?<! ) {2,}\n/gu, '\n')
  const parts = coded.split(/(\uE002[\s\S]*?\uE003)/u)
  const text = parts.map((part, index) => (index % 2 === 1 ? part : outside(part))).join('')
  const losses: RawLoss[] = images.map((detail) => ({ code: 'image', detail }))
  if (text.replaceAll(/[\uE002\uE003]/gu, '') !== markdown && images.length === 0) {
    losses.push({ code: 'formatting', detail: '' })
  }
  return { text, losses }
}

function held(code: string): string {
  return `${markLiteral('from')}${code}${markLiteral('to')}`
}
