import { LanguageTag } from '../../../../../shared/domain/library/canned-reply.ts'

/** Languages that are offered before one is typed: those that most customers of shops write. */
const OFTEN = [
  'ar',
  'bn',
  'cs',
  'da',
  'de',
  'el',
  'en',
  'en-GB',
  'es',
  'es-MX',
  'fa',
  'fi',
  'fr',
  'fr-CA',
  'he',
  'hi',
  'hu',
  'id',
  'it',
  'ja',
  'ko',
  'nl',
  'no',
  'pl',
  'pt',
  'pt-BR',
  'ro',
  'ru',
  'sv',
  'th',
  'tr',
  'uk',
  'ur',
  'vi',
  'zh-Hans',
  'zh-Hant'
] as const

/** What can be chosen. @param taken what is there already */
export function offeredLanguages(taken: readonly string[]): readonly string[] {
  return OFTEN.filter((language) => !taken.includes(language))
}

/** A tag as it was typed, in its usual case; null when it is none. Words that merely look like one are none either. */
export function typedLanguage(typed: string): string | null {
  if (!/^[a-z]{2,3}(?:[-_][a-z0-9]{2,8})*$/iu.test(typed.trim())) return null
  const tag = LanguageTag.safeParse(typed.trim().replaceAll('_', '-'))
  return tag.success ? tag.data : null
}
