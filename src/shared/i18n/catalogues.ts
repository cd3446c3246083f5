import { arabic } from './ar/arabic.ts'
import { type Language, spoken } from './languages.ts'
import { type Catalogue, createTranslator, type Translator } from './translator.ts'

/** English needs none: its sentences stand where they are used. */
const catalogues: Readonly<Record<Language, Catalogue>> = { en: {}, ar: arabic }

/** @param preferred the languages of the system, the best first */
export function translatorFor(choice: unknown, preferred: readonly string[]): Translator {
  const chosen = spoken(choice, preferred)
  return createTranslator(chosen, catalogues[chosen.language])
}
