import { expect, test } from '../fixtures.ts'
import type { ConsolePage } from '../pages/console.ts'
import { expectAccessible } from '../support/accessible.ts'

test.use({ seed: null, settings: { 'outbox.undoSeconds': 10 } })

/** Each place of the console, and how to get there from the one before. */
const places: readonly { readonly name: string; open(app: ConsolePage): Promise<void> }[] = [
  { name: 'practice inbox', open: (app) => expect(app.practiceBanner).toBeVisible() },
  {
    name: 'thread',
    open: async (app) => {
      await app.press('j', 'Enter')
      await expect(app.thread.messages.first()).toBeVisible()
    }
  },
  {
    name: 'reply under way',
    open: async (app) => {
      await app.composer.reply('One moment, please.')
      await expect(app.thread.message('One moment, please.')).toContainText('Sending in')
    }
  },
  {
    name: 'outbox',
    open: async (app) => {
      await app.press('Escape')
      await app.outbox.open()
      await expect(app.outbox.items).toHaveCount(1)
    }
  },
  {
    name: 'search',
    open: async (app) => {
      await app.search.open()
      await app.search.field.fill('the')
      await expect(app.search.messages.first()).toBeVisible()
    }
  },
  {
    name: 'search without a hit',
    open: async (app) => {
      await app.search.field.fill('zzyzx')
      await expect(app.search.dialog).toContainText('Nothing found')
    }
  },
  {
    name: 'settings',
    open: async (app) => {
      await app.press('Escape')
      await expect(app.search.dialog).toBeHidden()
      await app.settings.open()
      await expect(app.settings.region).toBeVisible()
    }
  },
  {
    name: 'keyboard help',
    open: async (app) => {
      await app.press('?')
      await expect(app.help).toBeVisible()
    }
  },
  {
    name: 'connect dialog',
    open: async (app) => {
      await app.press('Escape')
      await expect(app.help).toBeHidden()
      await app.practiceBanner.getByRole('button', { name: 'Connect your X account' }).click()
      await expect(app.connectDialog).toBeVisible()
    }
  },
  {
    name: 'import dialog',
    open: async (app) => {
      await app.press('Escape')
      await expect(app.connectDialog).toBeHidden()
      await app.practiceBanner.getByRole('button', { name: 'Import an X archive' }).click()
      await expect(app.importDialog.dialog).toBeVisible()
    }
  }
]

const looks = [
  { colorScheme: 'light', width: 1280 },
  { colorScheme: 'dark', width: 1280 },
  { colorScheme: 'light', width: 900 },
  { colorScheme: 'dark', width: 600 }
] as const

for (const { colorScheme, width } of looks) {
  test(`axe finds nothing, ${colorScheme} and ${width} px wide`, async ({ app, desk }) => {
    await app.page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
    await desk.resize(width, 800)
    for (const place of places) {
      await test.step(place.name, async () => {
        await place.open(app)
        await expectAccessible(app.page)
      })
    }
  })
}
