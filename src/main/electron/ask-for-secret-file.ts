import { dialog } from 'electron'

/** Asks, in plain words, whether secrets may lie in a file because there is no keychain; `remember` keeps a yes. */
export async function askForSecretFile(dataDir: string, remember: () => void): Promise<boolean> {
  const { response } = await dialog.showMessageBox({
    type: 'warning',
    title: 'Backchannel',
    message: 'This computer has no keychain that Backchannel can use',
    detail: `Your X tokens and the key of the message database would lie in a file that only your user account can read, but that is not encrypted:\n${dataDir}\n\nWith a keyring (GNOME Keyring or KWallet) Backchannel would keep them there.`,
    buttons: ['Keep Them in the File', 'Quit'],
    defaultId: 1,
    cancelId: 1,
    noLink: true
  })
  if (response !== 0) return false
  remember()
  return true
}
