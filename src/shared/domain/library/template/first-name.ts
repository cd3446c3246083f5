/**
 * First and last names out of display names. On X these are anything: names with hearts, slogans, shops. Nobody minds
 * “Hi there”; “Hi Official” is noticed. So what is no name for certain is none.
 * @module
 */

/** Before a name; without dots. What follows alone is a last name. */
const TITLES = new Set(
  (
    'dr mr mrs ms miss mx prof professor sir dame lady lord rev fr father sister hon capt captain sgt judge herr frau ' +
    'dipl ing mag sr sra srta don doña dña dom m mme mlle monsieur madame sig sigra sigra dott dottssa avv dhr mevr ' +
    'mevrouw pan pani د الدكتور الدكتورة دكتور دكتورة السيد السيدة الأستاذ أستاذ الشيخ المهندس מר גב דר פרופ'
  ).split(' ')
)

/** Words that are in slogans and names of shops, not in those of people. */
const NOT_NAMES = new Set(
  (
    "a an and are at be bot by cafe café club co coffee company corp crypto customer deals digital don’t don't est for " +
    "fan fans foods from gaming gmbh group guy girl haus help hotel i i’m i'm im in inc is it just kg life llc love lover " +
    'loves ltd lost marketing me media my news nft not of official on online only or our parody plc radio restaurant ' +
    'sa sarl service services shop shopping sl software spa store studio studios support team tech that the they this to ' +
    'tv university vibes we with world you your la el los las le les der die das ein eine tienda oficial equipo soporte ' +
    'boutique officiel équipe laden verein und y e et de von del anonymous anon unknown user deleted nobody someone admin undefined null none nan ' +
    'متجر شركة الرسمي חנות'
  ).split(' ')
)

/** Small words between first and last names. */
const PARTICLES = new Set(
  'de del della di da do dos das du des la las los le el van von der den ten ter zu zum bin ibn bint al y e i af av'.split(
    ' '
  )
)

/** Arabic first names that go on: عبد الله, أبو بكر. */
const GOES_ON = new Set(['عبد', 'أبو', 'ابو', 'أم', 'ام'])

/** Behind a comma. */
const DEGREES = /^(?:ph\.?d|m\.?d|mba|esq|jr|sr|ii|iii|iv|cpa|rn|msc|bsc|llm|dds|pe|pmp)\.?$/iu

const CJK = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}ー々]/u
const CJK_SHOPS =
  /公式|株式会社|有限|ショップ|商店|通販|サポート|窓口|店$|官方|公司|旗舰|客服|协会|大学|공식|주식회사|스토어|고객/u

interface Names {
  readonly first: string | null
  readonly last: string | null
}

const none: Names = { first: null, last: null }

/** What a person is called by; null when the display name does not tell. Names in CJK stay whole: their order differs. */
export function firstName(displayName: string): string | null {
  return namesIn(displayName).first
}

/** The last name with its particles (“de la Cruz”); null when there is none for certain. */
export function lastName(displayName: string): string | null {
  return namesIn(displayName).last
}

function namesIn(displayName: string): Names {
  const name = bareName(displayName.slice(0, 200))
  if (CJK.test(name)) return cjkName(name)
  const { words, titled } = withoutTitles(name.split(' ').filter((word) => word !== ''))
  const [first, ...rest] = words
  if (first === undefined || (titled && rest.length === 0) || !isPersonal(words)) return none
  const goesOn = GOES_ON.has(first) && rest[0] !== undefined
  const after = goesOn ? rest.slice(1) : rest
  return {
    first: goesOn ? `${first} ${rest[0] ?? ''}` : softened(first, words),
    last: lastOf(after.map((word) => softened(word, words)))
  }
}

/** Without emoji, decorations, and what stands in brackets or behind a bar. */
function bareName(displayName: string): string {
  const plain = displayName
    .replaceAll(/\p{RGI_Emoji}|\p{Extended_Pictographic}|[\u200b-\u200f\u202a-\u202e\u2060-\u2069™®©]|\ufe0f/gv, ' ')
    // 𝓐𝓷𝓪, Ⓐⓝⓐ and Ａｎａ are Ana.
    .normalize('NFKC')
    .replaceAll(/\([^)]*\)?|\[[^\]]*\]?|\{[^}]*\}?|【[^】]*】?|（[^）]*）?/gu, ' ')
  const [main = ''] = plain
    .split(/\s*[|/•·~:;–—=<>“”"‖｜／、]\s*|\s+-+\s+|\s+[x×&+]\s+(?=\p{Lu})/u)
    .filter((part) => /\p{L}/u.test(part))
  return inOrder(main)
    .replaceAll(/[[\p{S}\p{P}]--['’.\-_@#]]+/gv, ' ')
    .replaceAll(/(?<=\p{L})\.(?=\p{L})/gu, '. ')
    .replaceAll(/\s+/gu, ' ')
    .trim()
}

/** “Silva, Ana” is Ana Silva; “Ana Silva, PhD” as well. */
function inOrder(name: string): string {
  const [before = '', after = ''] = name.split(/,\s*/u)
  const isTurned =
    /^\s*\p{Lu}[\p{L}'’-]+\s*$/u.test(before) && /^\p{Lu}[\p{L}'’-]+\s*$/u.test(after) && !DEGREES.test(after.trim())
  return isTurned ? `${after.trim()} ${before.trim()}` : before
}

function cjkName(name: string): Names {
  const letters = [...name.replaceAll(' ', '')]
  const parts = name.split(' ')
  const isName =
    letters.every((letter) => CJK.test(letter)) &&
    letters.length >= 2 &&
    letters.length <= 10 &&
    parts.length <= 3 &&
    !CJK_SHOPS.test(name)
  return isName ? { first: name, last: null } : none
}

function withoutTitles(words: readonly string[]): { words: readonly string[]; titled: boolean } {
  const at = words.findIndex((word) => !isTitle(word))
  return at <= 0 ? { words: at === 0 ? words : [], titled: false } : { words: words.slice(at), titled: true }
}

/** Also a letter alone: J. Robert Oppenheimer is Robert. */
function isTitle(word: string): boolean {
  const bare = word.replaceAll(/[.'’]/gu, '')
  return TITLES.has(bare.toLowerCase()) || [...bare.normalize('NFC')].length <= 1
}

function isPersonal(words: readonly string[]): boolean {
  const [first = ''] = words
  if (words.length > 6 || PARTICLES.has(first)) return false
  const rest = words.slice(1).filter((word) => !PARTICLES.has(word.toLowerCase()))
  const named = [first, ...rest]
  if (named.some((word) => NOT_NAMES.has(word.toLowerCase())) || !isWord(first)) return false
  if (words.length === 1) return isOneName(first)
  if (!rest.every((word) => isWord(word) || /^\p{Lu}\.?$/u.test(word))) return false
  const small = named.filter((word) => /^\p{Ll}/u.test(word)).length
  // “ana silva” and “Ana silva” are names, “crying in my bed again” is none.
  return words.length <= 2 || small === 0
}

/** Letters alone, with at most a hyphen or an apostrophe inside, and capitals where names have them. */
function isWord(word: string): boolean {
  if (!/^\p{L}[\p{L}\p{M}]*(?:['’-][\p{L}\p{M}]+)*$/u.test(word)) return false
  const letters = [...word.normalize('NFC')]
  if (letters.length < 2 || letters.length > 24 || /(.)\1\1/iu.test(word)) return false
  if (isCapitals(word)) return true
  // McDonald and LeBron, not AnaSilva and xXshopXx.
  return word
    .split(/['’-]/u)
    .every((part) => /^\p{L}[^\p{Lu}]*$/u.test(part) || /^(?:Ma?c|[DL][aei]|O|Van|Fitz)\p{Lu}[^\p{Lu}]+$/u.test(part))
}

/** A word alone may be a brand or a handle: capitals of few letters are one, and so is what nobody can pronounce. */
function isOneName(word: string): boolean {
  const letters = [...word.normalize('NFC')].length
  if (letters > 14 || (isCapitals(word) && letters <= 4)) return false
  const isLatin = /^[\p{Script=Latin}'’-]+$/u.test(word)
  return !isLatin || /[aeiouyáéíóúàèìòùâêîôûäëïöüãõåæøœıāēīōū]/iu.test(word)
}

function isCapitals(word: string): boolean {
  return word.length > 1 && word === word.toUpperCase() && word !== word.toLowerCase()
}

/** ANA and ana are written Ana. Initials stay (JP Morgan), and so do the capitals of McDonald. */
function softened(word: string, words: readonly string[]): string {
  const isLoud = isCapitals(word) && (word.length > 2 || words.every(isCapitals))
  if (!isLoud && !/^\p{Ll}/u.test(word)) return word
  if (PARTICLES.has(word)) return word
  return word.toLowerCase().replaceAll(/(?<=^|-|['’](?=\p{L}{2}))\p{Ll}/gu, (letter) => letter.toUpperCase())
}

function lastOf(rest: readonly string[]): string | null {
  let at = rest.length - 1
  if (at < 0) return null
  const last = rest[at] ?? ''
  if (/^\p{L}\.?$/u.test(last)) return null
  while (at > 0 && PARTICLES.has((rest[at - 1] ?? '').toLowerCase())) at -= 1
  return rest.slice(at).join(' ')
}
