/** Where canned replies may come from. `csv`: any table; `zendesk-csv` and `zammad` are tables of a known shape. */
export const importFormats = [
  'backchannel',
  'chatwoot',
  'zendesk',
  'zendesk-csv',
  'gorgias',
  'front',
  'missive',
  'help-scout',
  'freescout',
  'zammad',
  'intercom',
  'mailspring',
  'csv'
] as const
export type ImportFormat = (typeof importFormats)[number]

/** What the library is written out as: all of it, a table, or a folder of texts. */
export const libraryExportFormats = ['json', 'csv', 'markdown'] as const
export type LibraryExportFormat = (typeof libraryExportFormats)[number]

/** A file of a reply that an export does not hold. */
export interface LeftOutFile {
  /** Title of the reply. */
  readonly reply: string
  /** Of the file. */
  readonly name: string
  /** The kind of export holds no files, the files before it were so large together, or the file is not here any more. */
  readonly why: 'no-files' | 'too-large' | 'missing'
}

/** What systems call themselves. */
export const systemNames: Readonly<Record<ImportFormat, string>> = {
  backchannel: 'Backchannel',
  chatwoot: 'Chatwoot',
  zendesk: 'Zendesk',
  'zendesk-csv': 'Zendesk',
  gorgias: 'Gorgias',
  front: 'Front',
  missive: 'Missive',
  'help-scout': 'Help Scout',
  freescout: 'FreeScout',
  zammad: 'Zammad',
  intercom: 'Intercom',
  mailspring: 'Mailspring',
  csv: 'CSV'
}

/** What is done with a reply that was changed here since its last import: ours stays, theirs comes, or both are there. */
export const conflictChoices = ['keep', 'take', 'both'] as const
export type ConflictChoice = (typeof conflictChoices)[number]

/** What did not come along, or came along differently. */
export const lossCodes = [
  'formatting',
  'script',
  'image',
  'link-dropped',
  'nested-too-deep',
  'attachment',
  'file-damaged',
  'file-refused',
  'subject',
  'note',
  'action',
  'call-out',
  'placeholder-asked',
  'placeholder-kept',
  'conditional-kept',
  'filter-kept',
  'scope',
  'groups',
  'messenger-only',
  'line-breaks',
  'title-cut',
  'shortcut-changed',
  'folder-cut',
  'tag-cut',
  'too-many-tags',
  'too-many-actions',
  'language-unknown',
  'date-unknown',
  'encoding',
  'inactive'
] as const
export type LossCode = (typeof lossCodes)[number]

/** Why something was left out as a whole. */
export const skipCodes = [
  'unreadable-file',
  'unknown-format',
  'empty-file',
  'no-entry',
  'bad-line',
  'no-text',
  'internal-note',
  'too-long',
  'twice',
  'too-many',
  'does-not-fit'
] as const
export type SkipCode = (typeof skipCodes)[number]

/** What somebody should look at before customers read it. */
export const flagCodes = [
  'promo-code',
  'date',
  'too-long-for-x',
  'duplicate-shortcut',
  'shortcut-taken',
  'dead-link',
  'unresolved-placeholder',
  'broken-template'
] as const
export type FlagCode = (typeof flagCodes)[number]

/** One remark of an import; its words are made by `remarkSentence`. */
export interface ImportRemark<Code extends string = LossCode | SkipCode | FlagCode> {
  readonly code: Code
  /** What it is about, as it is written there: a name, an action, the beginning of a line. */
  readonly detail: string
  /** Name of the file, without its folders outside of what was chosen. */
  readonly file: string
  /** From 1 on; null where lines say nothing. */
  readonly line: number | null
  /** Title of the reply, or its id where it came from; null: about the file. */
  readonly reply: string | null
}
export type ImportLoss = ImportRemark<LossCode>
export type ImportSkip = ImportRemark<SkipCode>
export type ImportFlag = ImportRemark<FlagCode>

/** Which column went where; `field` null: nowhere. */
export interface ColumnMapping {
  readonly column: string
  readonly field: string | null
}

/** Which placeholder became which, and how often. */
export interface PlaceholderMapping {
  readonly from: string
  readonly to: string
  readonly count: number
}

/** A reply that was changed here and there since the last import. */
export interface ImportConflict {
  /** Id of ours. */
  readonly reply: string
  readonly title: string
  /** What was done with it. */
  readonly choice: ConflictChoice
}

/** What an import did, or in a dry run would do. */
export interface LibraryImportReport {
  /** What the files were taken for; the first, where they differ. */
  readonly format: ImportFormat | null
  readonly new: number
  readonly updated: number
  readonly unchanged: number
  /** Of those that are new or updated: how many agents can insert at once. */
  readonly approved: number
  readonly conflicts: readonly ImportConflict[]
  readonly skipped: readonly ImportSkip[]
  readonly losses: readonly ImportLoss[]
  readonly flags: readonly ImportFlag[]
  readonly columns: readonly ColumnMapping[]
  readonly placeholders: readonly PlaceholderMapping[]
  /** The first of them as they would come in. */
  readonly preview: readonly {
    readonly title: string
    readonly shortcut: string | null
    readonly folder: readonly string[]
    readonly body: string
    /** How often it was used there; null when that is not said. */
    readonly uses: number | null
  }[]
  /** Remarks beyond those that are listed here. */
  readonly more: number
}
