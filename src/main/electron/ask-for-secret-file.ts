import { dialog } from 'electron'
import type { Translate } from '../../shared/i18n/message.ts'

/** Asks, in plain words, whether secrets may lie in a file because there is no keychain; `remember` keeps a yes. */
export async function askForSecretFile(dataDir: string, t: Translate, remember: () => void): Promise<boolean> {
  const { response } = await dialog.showMessageBox({
    type: 'warning',
    title: 'Backchannel',
    message: t('This computer has no keychain that Backchannel can use'),
    detail: [
      t(
        'Your X tokens and the key of the message database would lie in a file that only your user account can read, but that is not encrypted:'
      ),
      dataDir,
      '',
      t('With a keyring (GNOME Keyring or KWallet) Backchannel would keep them there.')
    ].join('\n'),
    buttons: [t('Keep Them in the File'), t('Quit')],
    defaultId: 1,
    cancelId: 1,
    noLink: true
  })
  if (response !== 0) return false
  remember()
  return true
}
