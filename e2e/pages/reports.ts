import { expect, type Page } from '@playwright/test'

/** What came in, how quickly it was answered, and what is open. */
export function reportsPage(page: Page) {
  const region = page.getByRole('region', { name: 'Reports', exact: true })
  return {
    region,
    /** The part that scrolls; it has the focus where nothing else has. */
    report: region.getByRole('group', { name: 'Report', exact: true }),
    /** One of the figures on top, with what it is compared with. */
    figure: (name: string) =>
      region.locator('dl > div').filter({ has: page.getByRole('term').filter({ hasText: new RegExp(`^${name}$`) }) }),
    chart: (title: string) => region.getByRole('figure', { name: title }),
    /** The numbers of a chart, where they are shown. */
    numbers: (title: string) => region.getByRole('region', { name: `Numbers of ${title}` }),
    breakdown: (title: string) => region.getByRole('region', { name: title, exact: true }).first(),
    days: region.getByRole('button', { name: /\d/ }).first(),
    range: page.getByRole('dialog', { name: 'Days of the report' }),
    exporting: page.getByRole('dialog', { name: 'Export the report' }),
    /** By key, and waits until it is there. */
    open: async (): Promise<void> => {
      await page.keyboard.press('g')
      await page.keyboard.press('Shift+R')
      // It is there whatever the days are.
      await expect(region.getByRole('region', { name: 'In the queues now' })).toBeVisible()
    }
  }
}
