import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { runCli } from './run-cli.ts'
import type { TestX } from './test-x.ts'

/** A data folder of one test, with the console's preferences as given. */
export async function makeDataFolder(settings: Readonly<Record<string, unknown>>): Promise<string> {
  const folder = await mkdtemp(path.join(tmpdir(), 'backchannel-e2e-'))
  await writeFile(path.join(folder, 'settings.json'), JSON.stringify(settings))
  return folder
}

/** What the console has written to its preferences so far. */
export async function storedSetting(dataDir: string, name: string): Promise<unknown> {
  return (JSON.parse(await readFile(path.join(dataDir, 'settings.json'), 'utf8')) as Record<string, unknown>)[name]
}

/** Windows of a process that was killed a moment ago may still be writing. */
export function removeFolder(folder: string): Promise<void> {
  return rm(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 })
}

/** Signs the data folder in to the simulated X, as `backchannel accounts add` does. */
export async function connectAccount(
  dataDir: string,
  x: TestX,
  { live = false, userId }: { readonly live?: boolean; readonly userId?: string } = {}
): Promise<void> {
  const { accessToken, refreshToken } = x.issueTokens(userId)
  const address = ['--api', x.url, '--auth', x.url, '--client-id', x.clientId]
  const tokens = [
    '--access-token',
    accessToken,
    '--refresh-token',
    refreshToken,
    ...(live ? ['--app-bearer', x.appBearer] : [])
  ]
  const result = await runCli(['accounts', 'add', '--data', dataDir, ...address, ...tokens])
  if (result.exitCode !== 0) throw new Error(`accounts add failed: ${result.stderr}`)
}
