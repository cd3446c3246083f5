import { translatorFor } from '../../../shared/i18n/catalogues.ts'
import { languageSetting } from '../../../shared/i18n/languages.ts'
import type { Translator } from '../../../shared/i18n/translator.ts'
import type { ViewStore } from '../core/view-store.ts'

/** For the very first paint, before the core has said what was chosen. */
const COPY = 'backchannel-language'

// The language is the window's, as its document is: one at a time for everything that is on the screen. `LanguageRoot`
// draws all of it anew when it changes.
let current: Translator = translatorFor(null, preferred())
const listeners = new Set<() => void>()

function preferred(): readonly string[] {
  return typeof navigator === 'undefined' ? [] : navigator.languages
}

/** What this window speaks now. */
export function translator(): Translator {
  return current
}

/** The locale for dates and numbers. */
export function locale(): string {
  return current.locale
}

export function onLanguage(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

/** Whether everything would be drawn anew if this were chosen. */
export function speaksOtherwise(choice: unknown): boolean {
  return translatorFor(choice, preferred()).locale !== current.locale
}

function speak(choice: unknown): void {
  const next = translatorFor(choice, preferred())
  document.documentElement.lang = next.language
  document.documentElement.dir = next.direction
  if (next.locale === current.locale) return
  current = next
  for (const listener of listeners) listener()
}

/** Speaks what the core remembers, from now on; until it has answered, what was spoken last. */
export function followLanguage(store: Pick<ViewStore, 'use' | 'peek'>): void {
  let choice: unknown = readCopy()
  speak(choice)
  store.use('settings.list', {}, () => {
    const answer = store.peek('settings.list', {})
    if (answer.status !== 'ready') return
    choice = answer.rows.find((row) => row.id === languageSetting.name)?.value ?? null
    keepCopy(choice)
    speak(choice)
  })
  window.addEventListener('languagechange', () => speak(choice))
}

function readCopy(): string | null {
  try {
    return localStorage.getItem(COPY)
  } catch {
    // A browser that keeps nothing.
    return null
  }
}

function keepCopy(choice: unknown): void {
  try {
    if (typeof choice === 'string') localStorage.setItem(COPY, choice)
    else localStorage.removeItem(COPY)
  } catch {
    // A browser that keeps nothing: the first paint is in the system's language then.
  }
}
