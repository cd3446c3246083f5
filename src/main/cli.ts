import { main } from './cli/main.ts'
import { processIo } from './cli/process-io.ts'

const io = processIo()
io.end(await main(process.argv.slice(2), io))
