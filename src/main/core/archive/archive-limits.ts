/** What an archive may ask of this machine. Sizes in bytes. */
export interface ArchiveLimits {
  /** Entries of a zip. X's largest archives hold some hundred thousand pictures. */
  readonly entries: number
  /** All direct-messages files together, unpacked. */
  readonly totalBytes: number
  /** How many times larger than packed an entry may be; X's own files stay under 20. */
  readonly ratio: number
  /** Below this size the ratio does not matter: small files of blanks compress well and do no harm. */
  readonly ratioFreeBytes: number
  /** account.js and manifest.js, which are read whole. */
  readonly smallFileBytes: number
  /** One picture or video; X takes at most 512 MB. */
  readonly mediaBytes: number
  /** One message with all that belongs to it. */
  readonly itemBytes: number
  /** Brackets within brackets in one message; X's own go 4 deep. */
  readonly depth: number
  /** Characters of one text. */
  readonly textLength: number
  /** Messages kept waiting for a `conversationId` that stands behind them. */
  readonly heldBytes: number
  /** Reasons kept for the report; the rest is only counted. */
  readonly skippedKept: number
}

const KIB = 1024
const MIB = 1024 * KIB
const GIB = 1024 * MIB

export const defaultLimits: ArchiveLimits = {
  entries: 2_000_000,
  totalBytes: 16 * GIB,
  ratio: 200,
  ratioFreeBytes: 10 * MIB,
  smallFileBytes: 16 * MIB,
  mediaBytes: GIB,
  itemBytes: 8 * MIB,
  depth: 64,
  textLength: MIB,
  heldBytes: 32 * MIB,
  skippedKept: 1_000
}
