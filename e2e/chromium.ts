import { execFileSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { mkdir, mkdtemp, readFile, rename, rm, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { chromium as playwrightChromium, type LaunchOptions } from '@playwright/test'

export interface FoundChromium {
  /** Where it comes from, for the log of a run. */
  readonly from: string
  readonly launchOptions: LaunchOptions & { readonly executablePath: string; readonly args: string[] }
}

const SYSTEM_BROWSERS = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  String.raw`C:\Program Files\Google\Chrome\Application\chrome.exe`,
  String.raw`C:\Program Files (x86)\Microsoft\Edge\Application\msedge.exe`
]

const PACKAGED = path.resolve(import.meta.dirname, '../node_modules/@sparticuz/chromium')
const CACHE = path.resolve(import.meta.dirname, '../node_modules/.cache/backchannel')

/**
 * The Chromium of the tests: the one named by BACKCHANNEL_CHROMIUM, Playwright's own, the system's, or the one inside
 * the npm package `@sparticuz/chromium` (Linux), which is unpacked once.
 * @throws {Error} when there is none
 */
export async function findChromium(): Promise<FoundChromium> {
  const named = process.env['BACKCHANNEL_CHROMIUM']
  if (named !== undefined && named !== '') {
    if (!existsSync(named)) throw new Error(`BACKCHANNEL_CHROMIUM names ${named}, and there is no such file.`)
    return ordinary(named, 'BACKCHANNEL_CHROMIUM')
  }
  const own = playwrightChromium.executablePath()
  if (existsSync(own)) return ordinary(own, 'Playwright')
  const system = SYSTEM_BROWSERS.find((file) => existsSync(file))
  if (system !== undefined) return ordinary(system, system)
  if (process.platform === 'linux') return packaged()
  throw new Error(
    'The browser tests need a Chromium: run "npx playwright install chromium", or name one in BACKCHANNEL_CHROMIUM.'
  )
}

function ordinary(executablePath: string, from: string): FoundChromium {
  return { from, launchOptions: { executablePath, args: rootArguments() } }
}

/** Chromium refuses to run as root with its sandbox on, and containers run their tests as root. */
function rootArguments(): string[] {
  return process.platform === 'linux' && process.getuid?.() === 0 ? ['--no-sandbox'] : []
}

/**
 * Of the package's own arguments nearly all are for a cloud function of one process, or switch off what these tests
 * look at (`--disable-web-security`, `--single-process`, site isolation): none of those is taken over.
 */
async function packaged(): Promise<FoundChromium> {
  const folder = await unpacked()
  const executablePath = path.join(folder, 'chromium')
  const env = { ...process.env, ...(await missingParts(folder, executablePath)) }
  return {
    from: '@sparticuz/chromium',
    launchOptions: {
      executablePath,
      // Built without the set-uid helper: where the kernel gives no user namespaces, only this starts it. And a GPU
      // made of software (SwiftShader, as the package suggests) took as long as all else in these tests together.
      args: ['--no-sandbox', '--disable-gpu'],
      env: Object.fromEntries(Object.entries(env).filter((entry): entry is [string, string] => entry[1] !== undefined))
    }
  }
}

/** Next to the project and not in the shared temporary folder, where a half-written or foreign file would be taken. */
async function unpacked(): Promise<string> {
  const { version } = JSON.parse(await readFile(path.join(PACKAGED, 'package.json'), 'utf8')) as { version: string }
  const folder = path.join(CACHE, `chromium-${version}`)
  if (existsSync(folder)) return folder
  await mkdir(CACHE, { recursive: true })
  const workFolder = await mkdtemp(path.join(CACHE, 'unpacking-'))
  try {
    await unpackInto(workFolder)
    await rename(workFolder, folder)
  } catch (error) {
    // Another process was first.
    if (!existsSync(folder)) throw error
  } finally {
    await rm(workFolder, { recursive: true, force: true })
  }
  return folder
}

async function unpackInto(folder: string): Promise<void> {
  const temporary = process.env['TMPDIR']
  // The package unpacks into the temporary folder, wherever that is.
  process.env['TMPDIR'] = folder
  try {
    const { inflate } = await import('@sparticuz/chromium')
    const parts = ['chromium.br', 'swiftshader.tar.br', 'fonts.tar.br', 'al2023.tar.br']
    await Promise.all(parts.map((part) => inflate(path.join(PACKAGED, 'bin', part))))
  } finally {
    if (temporary === undefined) delete process.env['TMPDIR']
    else process.env['TMPDIR'] = temporary
  }
}

/** What a bare machine lacks and the package brings: NSS libraries, and a font. */
async function missingParts(folder: string, executablePath: string): Promise<Record<string, string>> {
  const parts: Record<string, string> = {}
  if (!starts(executablePath)) parts['LD_LIBRARY_PATH'] = path.join(folder, 'al2023/lib')
  if (!existsSync('/etc/fonts/fonts.conf') || !existsSync('/usr/share/fonts')) {
    parts['FONTCONFIG_FILE'] = await writeFontConfiguration(folder)
  }
  return parts
}

function starts(executablePath: string): boolean {
  try {
    execFileSync(executablePath, ['--version'], { stdio: 'ignore' })
    return true
  } catch {
    return false
  }
}

async function writeFontConfiguration(folder: string): Promise<string> {
  const file = path.join(folder, 'fonts.conf')
  const content = `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig><dir>${folder}/fonts</dir><dir>/usr/share/fonts</dir><cachedir>${folder}/fonts-cache</cachedir></fontconfig>
`
  if (!existsSync(file)) await writeFile(file, content)
  return file
}
