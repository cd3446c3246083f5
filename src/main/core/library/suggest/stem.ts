const LATIN = /^[a-z]+$/u
const ARABIC = /^\p{Script=Arabic}+$/u
const ARTICLE = /^(?:[وفبك]?ال|لل)(?=\p{L}{3})/u
/** What is left must still tell words apart. */
const SHORTEST = 4

/**
 * Takes off endings that say little: plurals, -ing, -ed, a mute e; of Arabic the article, and letters that are written in
 * two ways. Far less than a stemmer of one language does, because most texts are short and their language is not known.
 * @param word folded
 */
export function stemOf(word: string): string {
  if (LATIN.test(word)) return latinStem(word)
  if (ARABIC.test(word)) return word.replace(ARTICLE, '').replace(/ى$/u, 'ي').replace(/ة$/u, 'ه')
  return word
}

function latinStem(word: string): string {
  if (word.length < SHORTEST) return word
  const singular = singularOf(word)
  for (const ending of ['ing', 'ed']) {
    if (singular.endsWith(ending) && singular.length - ending.length >= SHORTEST) {
      return withoutDouble(singular.slice(0, -ending.length))
    }
  }
  return singular.length > SHORTEST && singular.endsWith('e') ? singular.slice(0, -1) : singular
}

function singularOf(word: string): string {
  if (word.endsWith('ies') && word.length > 4) return `${word.slice(0, -3)}y`
  if (!word.endsWith('s') || /(?:ss|us|is)$/u.test(word)) return word
  return word.slice(0, -1)
}

/** “shipping” is of “ship”. */
function withoutDouble(stem: string): string {
  return /([bdgmnprt])\1$/u.test(stem) ? stem.slice(0, -1) : stem
}
