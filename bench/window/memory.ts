import { readFileSync } from 'node:fs'
import type { Browser } from '@playwright/test'

/** Of the process that runs the page, MB. */
export async function pageMemory(browser: Browser): Promise<number> {
  const session = await browser.newBrowserCDPSession()
  const { processInfo } = (await session.send('SystemInfo.getProcessInfo')) as {
    processInfo: { type: string; id: number }[]
  }
  await session.detach()
  const pages = processInfo.filter(({ type }) => type === 'renderer').map(({ id }) => processMemory(id))
  return Math.max(...pages)
}

/** Memory of a process, MB; pages that several share count in parts (Pss). NaN where the system does not say. */
export function processMemory(pid: number): number {
  try {
    const kilobytes = /^Pss:\s+(\d+) kB/m.exec(readFileSync(`/proc/${pid}/smaps_rollup`, 'utf8'))?.[1]
    return Number(kilobytes) / 1024
  } catch {
    return Number.NaN
  }
}
