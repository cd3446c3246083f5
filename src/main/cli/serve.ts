import { type Command, Option } from 'commander'
import { startServe } from '../web/start-serve.ts'
import { type Context, untilInterrupted } from './context.ts'
import { wholeNumber } from './option-values.ts'
import { type Run, withCommonOptions } from './register.ts'

interface ServeCommandOptions {
  readonly port?: number
  readonly practice?: boolean
  readonly open: boolean
  readonly forPeople?: boolean
}

export function registerServe(program: Command, run: Run): void {
  withCommonOptions(program.command('serve'))
    .description('open the console in the browser, served by this computer to itself only')
    .option('--port <n>', 'port on 127.0.0.1 (default: that of the last time, else a free one)', wholeNumber(0, 65_535))
    .option('--practice', 'practise with made-up customers, apart from real accounts')
    .option('--no-open', 'do not open the browser')
    .addOption(new Option('--for-people').hideHelp())
    .action(run<ServeCommandOptions>(serve))
}

async function serve(context: Context, options: ServeCommandOptions): Promise<void> {
  const { io, dataDir, log } = context
  const running = await startServe({ dataDir, log, port: options.port ?? null, practice: options.practice === true })
  try {
    io.stdout.write(
      options.forPeople === true ? welcome(running.url, dataDir) : `${JSON.stringify({ url: running.url })}\n`
    )
    if (options.open) await io.openInBrowser(running.url).catch(() => undefined)
    await untilInterrupted(io.interrupted)
  } finally {
    await running.close()
  }
}

function welcome(url: string, dataDir: string): string {
  return `
  Backchannel is open at

    ${url}

  The address works once and on this computer only; the tab that opens it stays connected.
  Data folder: ${dataDir}
  Ctrl+C ends it.
`
}
