import { MAX_TEXT_LENGTH } from '../../../../shared/domain/message.ts'

/** What in a text stops being true one day, or never was. */
export const textMarks = ['dead-link', 'promo-code', 'date', 'too-long-for-x'] as const
export type TextMark = (typeof textMarks)[number]

/** Capitals with digits, as codes are: `10YAY`, `SUMMER-20`. */
const CODE =
  /(?<![\p{L}\p{N}_/.#@-])(?=[A-Z0-9-]*\d)(?=[A-Z0-9-]*[A-Z]{2})[A-Z0-9]+(?:-[A-Z0-9]+)*(?![\p{L}\p{N}_/-])/gu
/** What says that a code follows, in the languages that replies are written in. */
const CODE_WORD =
  /(?:code|coupon|promo|discount|voucher|gutschein|rabatt|cup[oó]n|c[oó]digo|descuento|r[eé]duction|sconto|desconto|كود|خصم)/iu
const STRONG_CODE = /^(?:\d{1,3}[A-Z]{2,}|[A-Z]{3,}\d{1,3}(?:OFF)?)$/u
const MONTHS =
  'jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|enero|febrero|marzo|abril|mayo|junio|julio|agosto|januar|februar|märz|mai|juni|juli|august'
const DATE = new RegExp(
  String.raw`(?<![\d/.-])(?:\d{4}-\d{2}-\d{2}|\d{1,2}[/.]\d{1,2}[/.]\d{2,4}|(?:until|till|by|before|bis|hasta|jusqu'au|on)\s+\d{1,2}[/.]\d{1,2}\.?)(?![\d/])|(?<!\p{L})(?:\d{1,2}(?:st|nd|rd|th|\.)?\s+(?:de\s+)?(?:${MONTHS})\p{L}*|(?:${MONTHS})\p{L}*\.?\s+\d{1,2}(?:st|nd|rd|th)?)(?![\p{L}\p{N}])`,
  'giu'
)
const LINK = /(?:https?:\/\/|www\.)[^\s<>"'(){}]+|https?:\/\/?(?=\s|$)/giu
/** Nobody outside can open these; X and its customers neither. */
const NOWHERE =
  /^(?:localhost|example\.(?:com|org|net)|.*\.(?:local|test|example|invalid|internal)|127\.|10\.|192\.168\.)/iu

/** What somebody should look at in a template, each once. `detail`: the words. Nothing is asked of any server. */
export function marksIn(template: string): { readonly code: TextMark; readonly detail: string }[] {
  const marks: { code: TextMark; detail: string }[] = []
  const text = template.replaceAll(/\{\{[\s\S]*?\}\}|\{%[\s\S]*?%\}/gu, ' ')
  const links = [...text.matchAll(LINK)].map(([link]) => link.replace(/[.,;:!?]+$/u, ''))
  for (const link of new Set(links)) if (!isAlive(link)) marks.push({ code: 'dead-link', detail: link })
  const words = text.replaceAll(LINK, ' ')
  for (const code of new Set(codesIn(words))) marks.push({ code: 'promo-code', detail: code })
  for (const date of new Set([...words.matchAll(DATE)].map(([found]) => found))) {
    marks.push({ code: 'date', detail: date })
  }
  if (words.trim().length > MAX_TEXT_LENGTH || [...text].length > MAX_TEXT_LENGTH) {
    marks.push({ code: 'too-long-for-x', detail: String([...text].length) })
  }
  return marks
}

function codesIn(words: string): string[] {
  return [...words.matchAll(CODE)].flatMap((match) => {
    const [code] = match
    if (code.length < 4 || code.length > 24) return []
    const around = words.slice(Math.max(0, match.index - 40), match.index + code.length + 20)
    return STRONG_CODE.test(code) || CODE_WORD.test(around) ? [code] : []
  })
}

/** By its looks alone: plain http, no real host, or no address at all. */
function isAlive(link: string): boolean {
  const url = URL.parse(link.startsWith('www.') ? `https://${link}` : link)
  return url !== null && url.protocol === 'https:' && !leadsNowhere(url)
}

/** Whether an address is one that only this machine or network knows, or that stands for one in examples. */
export function leadsNowhere({ hostname }: URL): boolean {
  return !hostname.includes('.') || NOWHERE.test(hostname)
}
