import { AxeBuilder } from '@axe-core/playwright'
import { expect, type Page } from '@playwright/test'

/** axe finds nothing to complain about in the page as it is now. */
export async function expectAccessible(page: Page): Promise<void> {
  // Nothing is half faded in, which would have half the contrast.
  await page.evaluate(() => Promise.allSettled(document.getAnimations().map((animation) => animation.finished)))
  // Legacy mode looks into this page only: the console has no frames, and Electron opens no second page for axe.
  const { violations } = await new AxeBuilder({ page }).setLegacyMode(true).analyze()
  const found = violations.map(({ id, help, nodes }) => ({ id, help, where: nodes.map((node) => node.html) }))
  expect(found).toEqual([])
}
