import { AxeBuilder } from '@axe-core/playwright'
import { expect, type Page } from '@playwright/test'

/** axe finds nothing to complain about in the page as it is now, everything can be hit, and nothing is cut off. */
export async function expectAccessible(page: Page): Promise<void> {
  // With colours of the system axe computes what is not drawn; the contrast is what the system makes it.
  const forced = await page.evaluate(() => matchMedia('(forced-colors: active)').matches)
  // Nothing is half faded in, which would have half the contrast.
  await page.evaluate(() => Promise.allSettled(document.getAnimations().map((animation) => animation.finished)))
  // Legacy mode looks into this page only: the console has no frames, and Electron opens no second page for axe.
  const axe = new AxeBuilder({ page })
    .setLegacyMode(true)
    // To say of each part of the page what is right with it takes longer than to find what is wrong.
    .options({ resultTypes: ['violations'] })
    .disableRules(forced ? ['color-contrast'] : [])
  const { violations } = await axe.analyze()
  const found = violations.map(({ id, help, nodes }) => ({ id, help, where: nodes.map((node) => node.html) }))
  expect(found).toEqual([])
  expect(await page.evaluate(smallTargets), 'targets of at least 24 pixels (WCAG 2.5.8)').toEqual([])
  expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth), 'cut off').toBeLessThanOrEqual(0)
}

/** Runs in the page. What stands in a line of text, and the fields of the browser with their labels, are excepted. */
function smallTargets(): string[] {
  const targets = document.querySelectorAll<HTMLElement>(
    'button, a[href], [role=option], [role=button], summary, select'
  )
  return [...targets].flatMap((target) => {
    if (!target.checkVisibility() || target.closest('.visually-hidden')) return []
    if (getComputedStyle(target).display === 'inline' || target.closest('[dir=auto]')) return []
    const { width, height } = target.getBoundingClientRect()
    if (width === 0 || (width >= 23.9 && height >= 23.9)) return []
    return [`${Math.round(width)} × ${Math.round(height)}: ${target.getAttribute('aria-label') ?? target.textContent}`]
  })
}
