/** What stands in a quote that goes out, in place of what would tell who said it. */
const NAME = '[name]'
const HANDLE = '[handle]'
const EMAIL = '[e-mail]'
const LINK = '[link]'
const DIGITS = '[number]'

const EMAILS = /[^\s@<>()[\]"',;:]+@[^\s@<>()[\]"',;:]+\.\p{L}{2,}/gu
const ENDINGS =
  'com|net|org|io|co|app|shop|store|me|info|biz|ly|gg|dev|eu|uk|de|fr|es|pt|it|nl|jp|br|mx|sa|ae|il|ru|cn|in|tr'
const LINKS = new RegExp(
  String.raw`(?:https?:\/\/|www\.)[^\s<>"]*[^\s<>".,;:!?)\]]|(?<![\p{L}\p{N}@])(?:[\p{L}\p{N}-]+\.)+(?:(?:${ENDINGS})(?![\p{L}\p{N}])|\p{L}{2,}(?=\/))(?:\/(?:[^\s<>"]*[^\s<>".,;:!?)\]])?)?`,
  'giu'
)
const HANDLES = /[@＠][\p{L}\p{N}_]+/gu
const NUMBERS = /[+＋]?[(（]?\p{Nd}(?:[\s.()（）/–-]{0,2}\p{Nd}){6,}/gu
const ISO_DATE = /^\p{Nd}{4}-\p{Nd}{2}-\p{Nd}{2}$/u
const UNSPACED = /\p{Script=Han}|\p{Script=Hiragana}|\p{Script=Katakana}|\p{Script=Thai}/u
const WORD = /\p{L}[\p{L}\p{M}]*/gu
/** Small words that Arabic writes in front of a name, without a blank. */
const ARABIC_PREFIX = /^[وفبلك](?=\p{Script=Arabic}{3})/u
/** Shorter parts of a name are words of other languages, too. */
const SHORTEST = 3

/**
 * A text without what tells who wrote it or to whom: names, handles, e-mail addresses, links and long numbers (telephones,
 * orders, cards).
 * @param people names and handles (without `@`) of those who take part; a part of a name is taken for it, too
 */
export function maskPeople(text: string, people: readonly string[]): string {
  const plain = text
    .replace(EMAILS, EMAIL)
    .replace(LINKS, LINK)
    .replace(HANDLES, HANDLE)
    .replace(NUMBERS, (digits) => (ISO_DATE.test(digits) ? digits : DIGITS))
  return maskNames(plain, people)
}

function maskNames(text: string, people: readonly string[]): string {
  const parts = new Set<string>()
  let masked = text
  for (const name of people) {
    for (const [part] of name.matchAll(WORD)) {
      if (UNSPACED.test(part)) {
        if (part.length > 1) masked = masked.replaceAll(part, NAME)
      } else if (part.length >= SHORTEST) parts.add(folded(part))
    }
    // A short name, and one that is no word at all (a handle with digits), as a whole only.
    const whole = name.trim()
    if (whole.length > 1 && !UNSPACED.test(whole)) masked = withoutWhole(masked, whole)
  }
  if (parts.size === 0) return masked
  // What was put in place of something else is left alone.
  return masked
    .split(/(\[[a-z-]+\])/u)
    .map((piece, at) => (at % 2 === 1 ? piece : piece.replace(WORD, (word) => maskWord(word, parts))))
    .join('')
    .replaceAll(/\[name\](?:[\s-]*\[name\])+/gu, NAME)
}

function maskWord(word: string, parts: ReadonlySet<string>): string {
  if (parts.has(folded(word))) return NAME
  const bare = word.replace(ARABIC_PREFIX, '')
  return bare !== word && parts.has(folded(bare)) ? `${word.charAt(0)}${NAME}` : word
}

function withoutWhole(text: string, name: string): string {
  const escaped = RegExp.escape(name)
  // Of two letters, only as they are written: “Al” is a name, “al” is not.
  return text.replaceAll(
    new RegExp(
      String.raw`(?<![\p{L}\p{N}\p{M}_[])${escaped}(?![\p{L}\p{N}\p{M}_])`,
      name.length < SHORTEST ? 'gu' : 'giu'
    ),
    NAME
  )
}

function folded(word: string): string {
  return word.normalize('NFKD').replaceAll(/\p{M}/gu, '').toLowerCase()
}
