import { main } from './cli/main.ts'
import { processIo } from './cli/process-io.ts'
import { isEntryPoint } from './host/entry-point.ts'

export { startServe } from './web/start-serve.ts'

if (isEntryPoint(import.meta.url)) {
  const io = processIo()
  io.end(await main(['serve', '--for-people', ...process.argv.slice(2)], io))
}
