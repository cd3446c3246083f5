import { z } from 'zod'

/** The languages of the interface, by their own names. */
export const languages = { en: 'English', ar: 'العربية' } as const
export type Language = keyof typeof languages

/** The setting that holds the choice; the same in all windows of a desk, and known to the desktop's own menus. */
export const languageSetting = {
  name: 'appearance.language',
  shape: z.enum(['system', 'en', 'ar']),
  fallback: 'system'
} as const

export interface Spoken {
  readonly language: Language
  /** For dates and numbers: the language, as it is used in the reader's region. */
  readonly locale: string
  readonly direction: 'ltr' | 'rtl'
}

/**
 * What the interface speaks.
 * @param preferred the languages of the system, the best first (BCP 47)
 */
export function spoken(choice: unknown, preferred: readonly string[]): Spoken {
  const parsed = languageSetting.shape.safeParse(choice)
  const chosen = parsed.success ? parsed.data : languageSetting.fallback
  const language = chosen === 'system' ? (preferred.map(languageOf).find((one) => one !== null) ?? 'en') : chosen
  return {
    language,
    locale: localeOf(language, preferred),
    direction: language === 'ar' ? 'rtl' : 'ltr'
  }
}

function languageOf(tag: string): Language | null {
  const language = localeFrom(tag)?.language
  return language !== undefined && language in languages ? (language as Language) : null
}

/** Dates as one's region writes them, also in a language that is not spoken there. */
function localeOf(language: Language, preferred: readonly string[]): string {
  const region = preferred.map((tag) => localeFrom(tag)?.region).find((one) => one !== undefined)
  // Handles, codes and keys have western digits; one kind of digits is easier to read than two.
  const numbers = language === 'ar' ? { numberingSystem: 'latn' } : {}
  return new Intl.Locale(language, { ...(region === undefined ? {} : { region }), ...numbers }).toString()
}

function localeFrom(tag: string): Intl.Locale | null {
  try {
    return new Intl.Locale(tag)
  } catch {
    return null
  }
}
