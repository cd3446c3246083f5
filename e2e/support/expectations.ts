import { expect, type Page } from '@playwright/test'
import type { TestX } from './test-x.ts'

/** Whatever was pressed: the focus is on something, so that the next key goes where the user thinks. */
export async function expectFocusKept(page: Page): Promise<void> {
  await expect.poll(() => page.evaluate(() => document.activeElement?.tagName), 'the focus is lost').not.toBe('BODY')
}

/** After the console has read X once more: X has exactly these replies. */
export async function expectSentOnce(x: TestX, texts: readonly string[]): Promise<void> {
  await expect.poll(() => x.sentTexts()).toEqual(texts)
  const reads = (): number => x.requests.filter((request) => request.startsWith('GET /2/dm_')).length
  const before = reads()
  await expect.poll(reads, { message: 'the console reads X again', timeout: 15_000 }).toBeGreaterThan(before)
  expect(x.sentTexts()).toEqual(texts)
}
