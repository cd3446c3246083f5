import { parentPort, workerData } from 'node:worker_threads'
import { serveWorker } from './electron/serve-worker.ts'
import type { WorkerStart } from './electron/worker-messages.ts'
import { fileLog } from './host/log.ts'
import { openCore } from './host/open-core.ts'
import { openPractice } from './host/open-practice.ts'
import { hostPractice } from './practice-host.ts'

/** Electron's core: in a thread of its own, so that neither a big import nor a slow query blocks the windows. */
function run(): void {
  if (!parentPort) throw new Error('The core worker has to be started as a worker thread.')
  const start = workerData as WorkerStart
  const log = fileLog(start.dataDir)
  serveWorker(
    parentPort,
    start,
    async ({ secrets, settings }) => {
      const core = await openCore({ dataDir: start.dataDir, log, background: true, secrets, settings })
      const practice = hostPractice({ core, open: () => openPractice(start.dataDir, log), log })
      const close = async (): Promise<void> => {
        // In this order: a core that loses the simulated X in the middle of a request would try it again and again.
        await core.close()
        await practice.close()
      }
      return { core, close }
    },
    log
  )
}

run()
