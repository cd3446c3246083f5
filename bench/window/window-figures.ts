import { type Browser, chromium, type Page } from '@playwright/test'
import { findChromium } from '../../e2e/chromium.ts'
import { startServeProcess } from '../../e2e/hosts/serve-process.ts'
import { openBenchCore, signIn } from '../bench-core.ts'
import { type Measured, summarise } from '../measure.ts'
import type { XProcess } from '../x-process.ts'
import { keyFigures } from './key-figures.ts'
import { pageMemory, processMemory } from './memory.ts'
import { installProbe } from './probe.ts'

/** Customers write so often while keys are measured: a busy brand, all day long. */
const MESSAGES_A_SECOND = 5

export interface WindowFigures {
  readonly browser: string
  readonly keys: readonly Measured[]
  /** From the start of the process to the painted inbox, in a browser that is open. */
  readonly start: Measured
  readonly startOfCore: Measured
  /** For how long the page could not run, while keys were pressed and messages came. */
  readonly blocks: Measured
  /** The same, while the core caught up with what had come before. */
  readonly catchUpBlocks: Measured
  readonly catchUpEvents: number
  readonly memory: { readonly coreMegabytes: number; readonly windowMegabytes: number }
}

/** The product in a browser on a data folder, signed in to a simulated X where customers go on writing. */
export async function windowFigures(
  folder: string,
  x: XProcess,
  options: { readonly runs: number; readonly starts: number; readonly catchUp: number }
): Promise<WindowFigures> {
  const bench = await openBenchCore(folder)
  await signIn(bench.client, x)
  await bench.close()
  const found = await findChromium()
  const browser = await chromium.launch(found.launchOptions)
  try {
    const starts: number[] = []
    const coreStarts: number[] = []
    for (let run = 0; run < options.starts; run += 1) {
      const began = now()
      await withConsole(browser, folder, async (page, servedAt) => {
        starts.push((await paintedAt(page)) - began)
        coreStarts.push(servedAt - began)
      })
    }
    await x.order({ kind: 'flow', perSecond: MESSAGES_A_SECOND })
    const session = await withConsole(browser, folder, async (page, _servedAt, pid) => {
      await paintedAt(page)
      await page.evaluate(() => window.bench.takeBlocks())
      const keys = await keyFigures(page, options.runs)
      const blocks = await page.evaluate(() => window.bench.takeBlocks())
      const memory = { coreMegabytes: processMemory(pid), windowMegabytes: await pageMemory(browser) }
      return { keys, blocks: summarise('the page could not run', blocks), memory }
    })
    await x.order({ kind: 'flow', perSecond: 0 })
    await x.order({ kind: 'say', messages: options.catchUp })
    const caughtUp = await withConsole(browser, folder, (page) => watchCatchUp(page, x))
    return {
      browser: found.from,
      ...session,
      start: summarise('start to painted inbox', starts),
      startOfCore: summarise('of it until the core serves', coreStarts),
      catchUpBlocks: summarise('the page could not run, catching up', caughtUp),
      catchUpEvents: options.catchUp
    }
  } finally {
    await browser.close()
  }
}

function now(): number {
  return performance.timeOrigin + performance.now()
}

/** The console in a fresh browser profile; gone afterwards. */
async function withConsole<T>(
  browser: Browser,
  folder: string,
  work: (page: Page, servedAt: number, pid: number) => Promise<T>
): Promise<T> {
  const server = await startServeProcess(folder)
  const servedAt = now()
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 } })
  try {
    await context.addInitScript(installProbe)
    const page = await context.newPage()
    await page.goto(server.pairingUrl, { waitUntil: 'commit' })
    return await work(page, servedAt, server.pid)
  } finally {
    await context.close()
    await server.stop()
  }
}

/** When the first conversations were painted, ms since 1970. */
function paintedAt(page: Page): Promise<number> {
  return page.evaluate(
    () =>
      new Promise<number>((resolve) => {
        const look = (): void => {
          if (document.querySelector('[role=option]') === null) return void requestAnimationFrame(look)
          const { port1, port2 } = new MessageChannel()
          port1.addEventListener('message', () => resolve(performance.timeOrigin + performance.now()))
          port1.start()
          port2.postMessage(null)
        }
        look()
      })
  )
}

/** The team wants all that was missed, and goes on working while it comes. */
async function watchCatchUp(page: Page, x: XProcess): Promise<number[]> {
  await paintedAt(page)
  await page.getByRole('button', { name: 'Choose how far back' }).click()
  const dialog = page.getByRole('dialog', { name: 'Older messages' })
  await dialog.getByRole('radio', { name: /^Fetch (everything missed|all 30 days)/ }).check()
  await page.evaluate(() => window.bench.takeBlocks())
  await dialog.getByRole('button', { name: 'Fetch them' }).click()
  await dialog.waitFor({ state: 'hidden' })
  await x.order({ kind: 'read', quietMs: 2_000 })
  return page.evaluate(() => window.bench.takeBlocks())
}
