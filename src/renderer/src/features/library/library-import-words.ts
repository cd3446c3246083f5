import {
  type ConflictChoice,
  type ImportFormat,
  type ImportRemark,
  type LeftOutFile,
  type LibraryExportFormat,
  type LibraryImportReport,
  systemNames
} from '../../../../shared/domain/library/import-report.ts'
import { remarkSentence } from '../../../../shared/domain/library/import-words.ts'
import { type Message, msg } from '../../../../shared/i18n/message.ts'
import { translator } from '../../i18n/language.ts'
import { t } from '../../i18n/t.ts'
import { plainText } from '../../ui/plain-text.ts'

export const conflictWords: Readonly<Record<ConflictChoice, Message>> = {
  keep: msg('Keep ours'),
  take: msg('Take theirs, as a new version'),
  both: msg('Have both')
}

export const exportWords: Readonly<Record<LibraryExportFormat, { readonly name: Message; readonly about: Message }>> = {
  json: {
    name: msg('Everything (JSON)'),
    about: msg('All versions, to keep or for another desk. Imported again, it is the same library.')
  },
  csv: { name: msg('A table (CSV)'), about: msg('What agents insert, one reply a line, for spreadsheets.') },
  markdown: {
    name: msg('A folder of texts (Markdown)'),
    about: msg('One file a reply, in folders, to read and to compare.')
  }
}

/** Why a file is not in an export, and what to do. */
export const leftOutWords: Readonly<Record<LeftOutFile['why'], Message>> = {
  'no-files': msg('A table holds no files. Export everything, or a folder of texts, to take them along.'),
  'too-large': msg('The attachments would be more than 100 MB. Export a folder of texts to take these along.'),
  missing: msg('The file is not here any more. Attach it to the reply again.')
}

/** Columns of a table, by what they become. */
const fieldWords: Readonly<Record<string, Message>> = {
  id: msg('Id'),
  title: msg('Title'),
  shortcut: msg('Shortcut'),
  folder: msg('Folder'),
  body: msg('Text'),
  html: msg('Text, from HTML'),
  language: msg('Language'),
  tags: msg('Tags'),
  keywords: msg('Tags'),
  attachment: msg('Attachment'),
  scope: msg('Who may use it'),
  team: msg('Team'),
  groups: msg('Team'),
  kind: msg('Reply or fragment'),
  active: msg('In use or retired'),
  usage: msg('Uses'),
  updated: msg('When it was changed'),
  from: msg('Not before'),
  until: msg('Not after'),
  note: msg('Note for the team'),
  actions: msg('What is done when it is sent'),
  placeholders: msg('Questions')
}

/** What a column becomes. */
export function columnText(field: string | null): string {
  if (field === null) return t('left out')
  const known = fieldWords[field]
  return known === undefined ? field : t(known)
}

/** A format, told from others of the same system. */
export function formatName(format: ImportFormat): string {
  switch (format) {
    case 'zendesk':
      return t('{system}, as JSON', { system: systemNames[format] })
    case 'zendesk-csv':
      return t('{system}, as a table', { system: systemNames[format] })
    case 'csv':
      return t('Any table (CSV)')
    default:
      return systemNames[format]
  }
}

/** What an import would bring, in one line. */
export function wouldComeText(report: LibraryImportReport): string {
  return t(
    '{added, plural, one {# new reply} other {# new replies}}, {updated, plural, one {# changed there} other {# changed there}}, {unchanged, plural, one {# as it is here} other {# as they are here}}',
    { added: report.new, updated: report.updated, unchanged: report.unchanged }
  )
}

/** What an import brought, short enough for its notice. */
export function importedWords(report: LibraryImportReport): string {
  const count = report.new + report.updated + report.conflicts.filter(({ choice }) => choice !== 'keep').length
  if (count === 0) return t('Nothing was new: the library is as it was.')
  if (report.approved === 0)
    return t('{count, plural, one {# reply imported, as a draft} other {# replies imported, as drafts}}', { count })
  return t('{count, plural, one {# reply imported} other {# replies imported}}, {approved, number} approved', {
    count,
    approved: report.approved
  })
}

/** What is to be said about something that came, in one sentence. */
export function remarkText(remark: ImportRemark): string {
  const { pattern, values } = remarkSentence(remark)
  return translator().sentence(pattern, values)
}

/** Where that stands: `macros.csv, line 7`. */
export function remarkPlace({ file, line }: Pick<ImportRemark, 'file' | 'line'>): string {
  return line === null ? plainText(file) : t('{file}, line {line, number}', { file: plainText(file), line })
}
