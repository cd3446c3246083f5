import { translatorFor } from '../../shared/i18n/catalogues.ts'
import { languageSetting } from '../../shared/i18n/languages.ts'
import type { Translate } from '../../shared/i18n/message.ts'
import type { Translator } from '../../shared/i18n/translator.ts'
import type { SettingsStore } from '../core/deps.ts'

/** What the desktop's own texts (menu, dialogs, notifications) are worded with. */
export interface DesktopLanguage {
  /** The same preferences; a change of the language is heard on its way. */
  readonly settings: SettingsStore
  readonly t: Translate
  readonly translator: () => Translator
  onChange(listener: () => void): void
}

/**
 * Follows the language chosen in the console.
 * @param preferred the languages of the system, the best first
 */
export function desktopLanguage(settings: SettingsStore, preferred: readonly string[]): DesktopLanguage {
  const listeners: (() => void)[] = []
  const read = () => translatorFor(settings.all()[languageSetting.name], preferred)
  let current = read()
  return {
    settings: {
      all: () => settings.all(),
      set(name, value) {
        settings.set(name, value)
        if (name !== languageSetting.name) return
        current = read()
        for (const listener of listeners) listener()
      }
    },
    t: (message, values) => current.text(message, values),
    translator: () => current,
    onChange: (listener) => void listeners.push(listener)
  }
}
