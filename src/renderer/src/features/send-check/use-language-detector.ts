import type { DetectLanguage } from '../../../../shared/domain/send-check/rule.ts'
import { usePart } from '../../core/use-part.ts'

/** The detector and its megabyte of data come when the first conversation is open, not with the start. */
export function useLanguageDetector(): DetectLanguage | null {
  return usePart(true, loadDetector)
}

async function loadDetector(): Promise<DetectLanguage> {
  const { detectLanguage } = await import('../../../../shared/domain/send-check/detect-language.ts')
  return detectLanguage
}
