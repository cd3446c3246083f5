import type { Command } from 'commander'
import { systemClock } from '../host/system-clock.ts'
import { startSimulatedX } from '../practice/server.ts'
import { createPracticeWorld, runPracticeCustomers } from '../practice/workspace.ts'
import { type Context, untilInterrupted } from './context.ts'
import { wholeNumber } from './option-values.ts'
import { type Run, withCommonOptions } from './register.ts'

interface PracticeOptions {
  readonly port?: number
}

export function registerPractice(program: Command, run: Run): void {
  withCommonOptions(program.command('practice'))
    .description('run the simulated X alone, with made-up customers that write and answer')
    .option('--port <n>', 'port on 127.0.0.1 (default: a free one)', wholeNumber(0, 65_535))
    .action(run<PracticeOptions>(practice))
}

/** The only command that prints tokens: they open nothing but this server. */
async function practice(context: Context, options: PracticeOptions): Promise<void> {
  const world = createPracticeWorld({ clock: systemClock() })
  const server = await startSimulatedX({ world, log: context.log, port: options.port ?? 0 })
  const customers = runPracticeCustomers(world, Math.random)
  try {
    const { url, clientId } = server
    const { accessToken, refreshToken } = server.issueTokens()
    const { id, username, name } = world.brand
    context.print(
      {
        url,
        client_id: clientId,
        account: { id, username, name },
        access_token: accessToken,
        refresh_token: refreshToken
      },
      `The simulated X runs at ${url} until Ctrl+C. In another terminal:

  backchannel accounts add --api ${url} --auth ${url} --client-id ${clientId} \\
    --access-token ${accessToken} --refresh-token ${refreshToken}

  account        @${username} (${name}, ${id})
  access token   ${accessToken}
  refresh token  ${refreshToken}`
    )
    await untilInterrupted(context.io.interrupted)
  } finally {
    customers.stop()
    await server.close()
  }
}
