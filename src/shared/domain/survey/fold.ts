/** What shows nothing: variation selectors, the frame of a keycap, joiners, directions, skin tones. */
const INVISIBLE =
  /[\u{FE0E}\u{FE0F}\u{20E3}\u{200B}-\u{200F}\u{202A}-\u{202E}\u{2060}-\u{2069}\u{FEFF}]|\p{Emoji_Modifier}/gu
/** Without its accent it would be the Spanish for three. */
const FRENCH_VERY = /tr(?:è|e\u{300})s/giu
/** Where the decimal digits of a script begin: Arabic, Persian, N'Ko, Devanagari and other Indic scripts, Thai, Lao, … */
const ZEROS = [
  0x660, 0x6f0, 0x7c0, 0x966, 0x9e6, 0xa66, 0xae6, 0xb66, 0xbe6, 0xc66, 0xce6, 0xd66, 0xe50, 0xed0, 0xf20, 0x1040,
  0x17e0, 0x1810
]

/** One spelling for what reads alike: small letters without accents, digits of any script as 0 to 9, no invisible signs. */
export function fold(text: string): string {
  return text
    .replaceAll('🔟', ' 10 ')
    .replaceAll(/[½¼¾]/gu, ' half ')
    .replaceAll(INVISIBLE, '')
    .replaceAll(FRENCH_VERY, 'treees')
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '')
    .replaceAll(/\p{Nd}/gu, asciiDigit)
    .toLowerCase()
    .replaceAll(/[’‘`´]/gu, "'")
    .replaceAll('ß', 'ss')
    .replaceAll(/[إأآٱ]/gu, 'ا')
    .replaceAll('ى', 'ي')
    .replaceAll('ة', 'ه')
    .replaceAll('ـ', '')
}

function asciiDigit(digit: string): string {
  const code = digit.codePointAt(0) ?? 0
  const zero = ZEROS.find((first) => code >= first && code < first + 10)
  return zero === undefined ? digit : String(code - zero)
}
