import type { IpcMainEvent, IpcMainInvokeEvent, WebFrameMain } from 'electron'
import { AppError } from '../../shared/contract/errors.ts'
import { isConsolePage } from './origin.ts'

/** True when a message comes from the top frame of one of our windows, and that frame shows the console. */
export function isTrustedSender(
  sender: { readonly id: number },
  frame: Pick<WebFrameMain, 'url' | 'parent'> | null,
  isOurWindow: (contentsId: number) => boolean
): boolean {
  return frame !== null && frame.parent === null && isConsolePage(frame.url) && isOurWindow(sender.id)
}

/** @throws {AppError} not-allowed */
export function assertTrustedSender(
  event: IpcMainEvent | IpcMainInvokeEvent,
  isOurWindow: (contentsId: number) => boolean
): void {
  if (!isTrustedSender(event.sender, event.senderFrame, isOurWindow)) {
    throw new AppError('not-allowed', 'This page may not talk to Backchannel.')
  }
}
