import type { Page } from '@playwright/test'

/**
 * Words in Latin letters that are shown or read out although the interface speaks another script: texts that nobody has
 * put through the catalogue. What people wrote, names and keys are data.
 */
export function untranslated(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const data = '[dir=auto], bdi, kbd, code, script, style, textarea, input, select'
    const names =
      /\u2068[^\u2069]*\u2069|\u2066[^\u2069]*\u2069|@\w+|Backchannel|https?:\S+|http\b|\[ORDER\]|XXX|Hi ,|console\.x\.com|English|X Chat|GIF|UTC|USD|bearer|CSV|HTML|JSON|Markdown|Chatwoot|Zendesk|Gorgias|Front|Missive|Help Scout|FreeScout|Zammad|Intercom|Mailspring|Ctrl|Shift|Alt|Esc|p50|p95|p99/gu
    const isLatin = (text: string | null): boolean => /[A-Za-z]{3}/.test((text ?? '').replaceAll(names, ''))
    const found: string[] = []
    const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
    for (let text = texts.nextNode(); text; text = texts.nextNode()) {
      const holder = text.parentElement
      if (!holder || holder.closest(data) || !holder.checkVisibility()) continue
      if (isLatin(text.textContent)) found.push(text.textContent ?? '')
    }
    for (const name of ['aria-label', 'title', 'placeholder']) {
      for (const holder of document.querySelectorAll(`[${name}]`)) {
        if (
          !holder.checkVisibility() ||
          holder.closest('[aria-hidden=true]') ||
          (name === 'title' && (holder.closest('[dir=auto], bdi') || holder.querySelector('[dir=auto], bdi')))
        )
          continue
        if (isLatin(holder.getAttribute(name))) found.push(`${name}: ${holder.getAttribute(name)}`)
      }
    }
    return found
  })
}
