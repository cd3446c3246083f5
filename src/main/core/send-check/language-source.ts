import type { DetectLanguage } from '../../../shared/domain/send-check/rule.ts'

/** The language detector with its megabyte of data: there once somebody needs it. */
export interface LanguageSource {
  /** Null until it is loaded. */
  readonly detect: DetectLanguage | null
  load(): Promise<void>
}

export function createLanguageSource(): LanguageSource {
  let detect: DetectLanguage | null = null
  return {
    get detect() {
      return detect
    },
    async load() {
      detect ??= (await import('../../../shared/domain/send-check/detect-language.ts')).detectLanguage
    }
  }
}
