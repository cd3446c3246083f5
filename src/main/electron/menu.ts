import { app, Menu, type MenuItemConstructorOptions, shell } from 'electron'
import type { DesktopLanguage } from './desktop-language.ts'

/** The application menu: roles, and what no key of the console does. The console's own actions are in its registry. */
export function showApplicationMenu(
  { t, onChange }: Pick<DesktopLanguage, 't' | 'onChange'>,
  folders: { readonly data: string; readonly logs: string }
): void {
  const show = (): void => Menu.setApplicationMenu(Menu.buildFromTemplate(template()))
  onChange(show)
  show()

  // Electron's roles speak English on Windows and Linux, whatever the system speaks: the words are given to each.
  function template(): MenuItemConstructorOptions[] {
    const isMac = process.platform === 'darwin'
    const development: MenuItemConstructorOptions[] = app.isPackaged
      ? []
      : [{ role: 'reload' }, { role: 'toggleDevTools' }, { type: 'separator' }]
    return [
      ...(isMac ? [{ role: 'appMenu' as const }] : []),
      {
        label: t('&File'),
        submenu: [isMac ? { role: 'close', label: t('Close window') } : { role: 'quit', label: t('Quit') }]
      },
      {
        label: t('&Edit'),
        submenu: [
          { role: 'undo', label: t('Undo') },
          { role: 'redo', label: t('Redo') },
          { type: 'separator' },
          { role: 'cut', label: t('Cut') },
          { role: 'copy', label: t('Copy') },
          { role: 'paste', label: t('Paste') },
          { role: 'selectAll', label: t('Select all') }
        ]
      },
      {
        label: t('&View'),
        submenu: [
          ...development,
          { role: 'resetZoom', label: t('Actual size') },
          { role: 'zoomIn', label: t('Zoom in') },
          { role: 'zoomOut', label: t('Zoom out') },
          { type: 'separator' },
          { role: 'togglefullscreen', label: t('Full screen') }
        ]
      },
      {
        role: 'windowMenu',
        label: t('&Window'),
        submenu: [
          { role: 'minimize', label: t('Minimize') },
          { role: 'close', label: t('Close window') }
        ]
      },
      {
        role: 'help',
        label: t('&Help'),
        submenu: [
          { label: t('Show the data folder'), click: () => void shell.openPath(folders.data) },
          { label: t('Show the log'), click: () => shell.showItemInFolder(folders.logs) }
        ]
      }
    ]
  }
}
