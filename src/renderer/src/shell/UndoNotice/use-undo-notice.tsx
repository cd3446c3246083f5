import { notifications } from '@mantine/notifications'
import { useRunAction } from '../../keyboard/KeyboardProvider.tsx'
import { UndoNotice } from './UndoNotice.tsx'

const ID = 'undo-notice'

/**
 * Tells what was done, with the way back: one notice at a time, the newest. Without a way of its own, the way back is
 * the same as that of the undo key.
 */
export function useUndoNotice(): (what: string, back?: () => void) => void {
  const runAction = useRunAction()
  return (what, back) => {
    const undo = (): void => {
      notifications.hide(ID)
      if (back) back()
      else runAction('window.undo')
    }
    notifications.hide(ID)
    notifications.show({ id: ID, message: <UndoNotice what={what} withKey={back === undefined} onUndo={undo} /> })
  }
}
