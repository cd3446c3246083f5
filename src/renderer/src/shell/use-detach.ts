import { notifications } from '@mantine/notifications'
import { t } from '../i18n/t.ts'
import { useCore } from '../core/core-context.ts'
import { conversationHash } from './window-address.ts'

const SIZE = { width: 760, height: 820 }

/** Opens a conversation in a window of its own, or brings that window to the front. */
export function useDetach(): (conversation: string) => void {
  const { native } = useCore()
  return (conversation) => {
    if (native) {
      void native({ kind: 'open-conversation', conversation })
      return
    }
    const address = new URL(location.href)
    address.hash = conversationHash(conversation)
    // One window a conversation: the name finds the one that is open.
    const name = `backchannel ${conversation}`
    const opened = window.open(address, name, `popup,width=${SIZE.width},height=${SIZE.height}`)
    if (opened) opened.focus()
    else
      notifications.show({
        message: t('The browser has blocked the window. Allow pop-ups for this page, then try again.')
      })
  }
}
