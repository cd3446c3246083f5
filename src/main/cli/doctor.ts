import type { Command } from 'commander'
import { AppError } from '../../shared/contract/errors.ts'
import type { CheckRow } from '../../shared/contract/rows.ts'
import { logFilePath } from '../host/log.ts'
import { type Context, withCore } from './context.ts'
import { EXIT, exitCodeOf } from './exit-code.ts'
import { type Run, withCommonOptions } from './register.ts'

const MARKS = { ok: 'ok     ', warning: 'warning', failed: 'FAILED ' } as const

export function registerDoctor(program: Command, run: Run): void {
  withCommonOptions(program.command('doctor'))
    .description('check this computer, the data folder and the connection, and say what to do')
    .action(run<object>(doctor))
}

async function doctor(context: Context): Promise<number> {
  const own = [nodeCheck()]
  try {
    const rows = await withCore(context, (client) => client.ask('doctor.checks', {}))
    const known = new Set(rows.map(({ id }) => id))
    const checks = [...own.filter(({ id }) => !known.has(id)), ...rows]
    return printChecks(context, checks, null)
  } catch (error) {
    // A folder that cannot be opened is a finding, not a failure to look.
    if (!(error instanceof AppError)) throw error
    return printChecks(context, [...own, folderCheck(context, error)], error)
  }
}

function printChecks(context: Context, checks: readonly CheckRow[], error: AppError | null): number {
  const ok = checks.every(({ state }) => state !== 'failed')
  context.print(
    { ok, checks, ...(error ? { error: { code: error.code, message: error.message } } : {}) },
    checks.flatMap(linesOf).join('\n')
  )
  if (error) return exitCodeOf(error.code)
  return ok ? EXIT.done : EXIT.failed
}

function linesOf(check: CheckRow): string[] {
  const advice = check.advice === null ? [] : [`         → ${check.advice}`]
  return [`${MARKS[check.state]}  ${check.title}: ${check.detail}`, ...advice]
}

function nodeCheck(): CheckRow {
  const detail = `Node.js ${process.versions.node} on ${process.platform} ${process.arch}`
  return { id: 'node', state: 'ok', title: 'Node.js', detail, advice: null }
}

function folderCheck(context: Context, error: AppError): CheckRow {
  return {
    id: 'data-folder',
    state: 'failed',
    title: 'Data folder',
    detail: error.message,
    advice: `The log is ${logFilePath(context.dataDir)}.`
  }
}
