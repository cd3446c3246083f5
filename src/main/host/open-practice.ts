import type { Log } from '../core/deps.ts'
import { openPracticeWorkspace } from '../practice/workspace.ts'
import type { RunningPractice } from '../practice-host.ts'
import { systemClock } from './system-clock.ts'

/** The practice workspace of a data folder, on a free loopback port. */
export async function openPractice(dataDir: string, log: Log): Promise<RunningPractice> {
  const workspace = await openPracticeWorkspace({ dataDir, clock: systemClock(), random: Math.random, log })
  const { apiBase, authBase, clientId, accessToken, refreshToken, appBearer } = workspace
  return {
    api: apiBase,
    auth: authBase,
    clientId,
    accessToken,
    refreshToken,
    appBearer,
    close: () => workspace.close()
  }
}
