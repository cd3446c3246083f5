import { app, dialog } from 'electron'
import { type ErrorCode, toWireError, type WireError } from '../../shared/contract/errors.ts'
import { type Message, msg } from '../../shared/i18n/message.ts'
import type { Translator } from '../../shared/i18n/translator.ts'
import type { Log } from '../core/deps.ts'

/** Lets the app end only when `close` is through: the last commits and the lock of the data folder depend on it. */
export function endAfter(close: () => Promise<void>, log: Log): void {
  let closed = false
  app.on('window-all-closed', () => {
    if (process.platform !== 'darwin') app.quit()
  })
  app.on('will-quit', (event) => {
    if (closed) return
    event.preventDefault()
    close()
      .catch((error: unknown) => log.error('the core did not close well', { error }))
      .finally(() => {
        closed = true
        app.quit()
      })
  })
}

/** Says in a dialog why there is nothing to open, then ends. */
export function refuseToStart(problem: unknown, translator: Translator, log: Log): void {
  const { code, message, pattern, values } = isProblem(problem) ? problem : toWireError(problem)
  log.error('Backchannel could not start', { error: problem })
  dialog.showErrorBox(translator.text(titleOf(code)), translator.sentence(pattern ?? message, values))
  app.exit(1)
}

function isProblem(problem: unknown): problem is WireError {
  return !(problem instanceof Error) && typeof problem === 'object' && problem !== null && 'code' in problem
}

function titleOf(code: ErrorCode): Message {
  switch (code) {
    case 'data-folder-in-use':
      return msg('The data folder is in use')
    case 'newer-database':
      return msg('This data folder belongs to a newer Backchannel')
    case 'wrong-key':
      return msg('The data folder cannot be unlocked')
    default:
      return msg('Backchannel cannot start')
  }
}
