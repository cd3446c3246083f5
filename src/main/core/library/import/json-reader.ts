import type { ImportFormat } from '../../../../shared/domain/library/import-report.ts'
import type { JsonRecord } from './json-value.ts'
import type { Dialect, RawReply, RawSkip } from './raw-reply.ts'

/** Reads the JSON of one system. Nothing it is given makes it throw. */
export interface JsonReader {
  readonly format: ImportFormat
  readonly dialect: Dialect
  /** The entries of a file of this system, whatever wraps them; null when there is no list where one belongs. */
  entries(value: unknown): readonly unknown[] | null
  /** Whether an entry looks like one of this system. */
  recognises(entry: JsonRecord): boolean
  /** @param values all files that were chosen, because some stand beside the entries: folders, groups */
  begin(values: readonly unknown[]): (entry: JsonRecord) => RawReply | RawSkip
}
