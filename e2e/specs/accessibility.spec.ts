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
    name: 'internal note',
    open: async (app) => {
      await app.composer.mode('Note').click()
      await app.composer.note.fill('Promised a call')
      await app.press('ControlOrMeta+Enter')
      await expect(app.thread.notes).toHaveCount(1)
    }
  },
  {
    name: 'earlier versions',
    open: async (app) => {
      await app.composer.mode('Reply').click()
      await app.press('ControlOrMeta+Shift+h')
      await expect(app.composer.versions.first()).toBeVisible()
    }
  },
  {
    name: 'outbox',
    open: async (app) => {
      await app.press('Escape')
      await expect(app.composer.history).toBeHidden()
      // The first one may have left by now.
      await app.composer.reply('And one more thing.')
      await expect(app.thread.message('And one more thing.')).toContainText('Sending in')
      // On a slow machine the key right after sending is lost now and then; why is not known. An agent presses it again.
      await expect(async () => {
        await app.press('Escape')
        await expect(app.page.locator('textarea:focus')).toHaveCount(0, { timeout: 1_000 })
      }).toPass()
      await app.outbox.open()
      await expect(app.outbox.items.first()).toBeVisible()
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
    name: 'library',
    open: async (app) => {
      await app.library.open()
      await expect(app.library.rows.first()).toBeVisible()
      await app.press('j')
      await expect(app.library.body).toBeVisible()
    }
  },
  {
    name: 'guide to placeholders',
    open: async (app) => {
      await app.press('g', 'g')
      await expect(app.library.guide).toBeVisible()
    }
  },
  {
    name: 'settings once more',
    open: async (app) => {
      await app.press('Escape')
      await expect(app.library.guide).toBeHidden()
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

/** 640 × 400 is a window of 1280 × 800 at 200 %. */
const looks = [
  { name: 'light', colorScheme: 'light', width: 1280, height: 800 },
  { name: 'dark, 900 px wide, more contrast', colorScheme: 'dark', width: 900, height: 800, contrast: 'more' },
  { name: 'colours of the system', colorScheme: 'dark', width: 1280, height: 800, forcedColors: 'active' },
  { name: 'at 200 %, with wide text', colorScheme: 'light', width: 640, height: 400, wideText: true }
] as const

for (const { name, colorScheme, width, height, ...more } of looks) {
  test(`axe finds nothing, all can be hit and nothing is cut off: ${name}`, async ({ app, desk }) => {
    await app.page.emulateMedia({
      colorScheme,
      reducedMotion: 'reduce',
      contrast: 'contrast' in more ? more.contrast : null,
      forcedColors: 'forcedColors' in more ? more.forcedColors : null
    })
    if ('wideText' in more) await app.page.addStyleTag({ content: WIDE_TEXT })
    await desk.resize(width, height)
    for (const place of places) {
      await test.step(place.name, async () => {
        await place.open(app)
        await expectAccessible(app.page)
      })
    }
  })
}

/** The distances that people may set (WCAG 1.4.12). */
const WIDE_TEXT =
  '* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important }'
