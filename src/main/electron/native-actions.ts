import { app, BrowserWindow, dialog, ipcMain, shell } from 'electron'
import { z } from 'zod'
import { assertNever } from '../../shared/assert-never.ts'
import type { NativeAction } from '../../shared/bridge.ts'
import { ConversationKey } from '../../shared/domain/ids.ts'
import { type LibraryExportFormat, libraryExportFormats } from '../../shared/domain/library/import-report.ts'
import { type ReportFormat, reportFormats } from '../../shared/contract/report-input.ts'
import type { Translate } from '../../shared/i18n/message.ts'
import { AppError } from '../../shared/contract/errors.ts'
import { linkToOpen } from './navigation.ts'
import type { Notifier } from './notifications.ts'
import { assertTrustedSender } from './trusted-sender.ts'

/** The closed list of what a page may ask of the desktop. */
const NativeActionSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('choose-archive') }),
  z.strictObject({ kind: z.literal('choose-replies') }),
  z.strictObject({ kind: z.literal('choose-export'), format: z.enum(libraryExportFormats) }),
  z.strictObject({ kind: z.literal('choose-report'), format: z.enum(reportFormats) }),
  z.strictObject({ kind: z.literal('choose-quotes') }),
  z.strictObject({ kind: z.literal('open-link'), url: z.string().max(4_000) }),
  z.strictObject({ kind: z.literal('open-conversation'), conversation: ConversationKey }),
  z.strictObject({ kind: z.literal('badge'), count: z.number().int().min(0).max(999_999) }),
  z.strictObject({
    kind: z.literal('notice'),
    title: z.string().max(200),
    body: z.string().max(1_000),
    silent: z.boolean(),
    flash: z.boolean()
  })
]) satisfies z.ZodType<NativeAction>

export interface Desktop {
  readonly notifier: Notifier
  readonly openConversation: (conversation: string) => void
  readonly t: Translate
}

export function handleNativeActions(isOurWindow: (contentsId: number) => boolean, desktop: Desktop): void {
  ipcMain.handle('native:action', (event, action: unknown) => {
    assertTrustedSender(event, isOurWindow)
    const parsed = NativeActionSchema.safeParse(action)
    if (!parsed.success) throw new AppError('invalid-input', 'The desktop knows no such action.')
    return perform(parsed.data, BrowserWindow.fromWebContents(event.sender), desktop)
  })
}

async function perform(
  action: NativeAction,
  window: BrowserWindow | null,
  desktop: Desktop
): Promise<string | readonly string[] | null> {
  switch (action.kind) {
    case 'choose-archive':
      return chooseArchive(window, desktop.t)
    case 'choose-replies':
      return chooseReplies(window, desktop.t)
    case 'choose-export':
      return chooseExport(window, desktop.t, action.format)
    case 'choose-report':
      return chooseReport(window, desktop.t, action.format)
    case 'choose-quotes':
      return chooseQuotes(window, desktop.t)
    case 'open-link':
      await openLink(action.url)
      return null
    case 'open-conversation':
      desktop.openConversation(action.conversation)
      return null
    case 'badge':
      app.setBadgeCount(action.count)
      return null
    case 'notice':
      if (action.flash && window !== null) flashUntilSeen(window)
      return desktop.notifier.show({ title: action.title, body: action.body, silent: action.silent })
    default:
      return assertNever(action)
  }
}

/** Not every desktop ends it by itself. */
function flashUntilSeen(window: BrowserWindow): void {
  window.flashFrame(true)
  window.once('focus', () => window.flashFrame(false))
}

/** @throws {AppError} not-allowed for anything but web pages. */
export async function openLink(address: string): Promise<void> {
  const link = linkToOpen(address)
  if (link === null) throw new AppError('not-allowed', 'Only links to web pages can be opened.')
  await shell.openExternal(link)
}

async function chooseReplies(window: BrowserWindow | null, t: Translate): Promise<readonly string[] | null> {
  const options: Electron.OpenDialogOptions = {
    title: t('Import canned replies'),
    buttonLabel: t('Choose'),
    properties: [
      'openFile',
      'multiSelections',
      // Only macOS has a dialog that takes files and folders alike.
      ...(process.platform === 'darwin' ? (['openDirectory'] as const) : [])
    ],
    filters: [
      { name: t('Canned replies'), extensions: ['json', 'csv', 'tsv', 'txt', 'html', 'htm'] },
      { name: t('All files'), extensions: ['*'] }
    ]
  }
  const answer = await (window ? dialog.showOpenDialog(window, options) : dialog.showOpenDialog(options))
  return answer.canceled ? null : answer.filePaths
}

async function chooseExport(
  window: BrowserWindow | null,
  t: Translate,
  format: LibraryExportFormat
): Promise<string | null> {
  const options: Electron.SaveDialogOptions = {
    title: t('Export canned replies'),
    buttonLabel: t('Export'),
    // Of Markdown it is a folder.
    defaultPath: format === 'markdown' ? 'canned-replies' : `canned-replies.${format}`
  }
  const answer = await (window ? dialog.showSaveDialog(window, options) : dialog.showSaveDialog(options))
  return answer.canceled ? null : answer.filePath
}

async function chooseReport(window: BrowserWindow | null, t: Translate, format: ReportFormat): Promise<string | null> {
  const options: Electron.SaveDialogOptions = {
    title: t('Export the report'),
    buttonLabel: t('Export'),
    defaultPath: `report.${format}`
  }
  const answer = await (window ? dialog.showSaveDialog(window, options) : dialog.showSaveDialog(options))
  return answer.canceled ? null : answer.filePath
}

async function chooseQuotes(window: BrowserWindow | null, t: Translate): Promise<string | null> {
  const options: Electron.SaveDialogOptions = {
    title: t('Export quotes'),
    buttonLabel: t('Export'),
    defaultPath: 'feedback.csv'
  }
  const answer = await (window ? dialog.showSaveDialog(window, options) : dialog.showSaveDialog(options))
  return answer.canceled ? null : answer.filePath
}

async function chooseArchive(window: BrowserWindow | null, t: Translate): Promise<string | null> {
  const options: Electron.OpenDialogOptions = {
    title: t('Import an X archive'),
    buttonLabel: t('Import'),
    // Only macOS has a dialog that takes files and folders alike.
    properties: process.platform === 'darwin' ? ['openFile', 'openDirectory'] : ['openFile'],
    filters: [{ name: t('X data archive'), extensions: ['zip'] }]
  }
  const answer = await (window ? dialog.showOpenDialog(window, options) : dialog.showOpenDialog(options))
  return answer.canceled ? null : (answer.filePaths[0] ?? null)
}
