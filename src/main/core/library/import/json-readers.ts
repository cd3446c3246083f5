import type { ImportFormat } from '../../../../shared/domain/library/import-report.ts'
import type { JsonReader } from './json-reader.ts'
import { asRecord } from './json-value.ts'
import { chatwootReader } from './read-chatwoot.ts'
import { frontReader } from './read-front.ts'
import { gorgiasReader } from './read-gorgias.ts'
import { freeScoutReader, helpScoutReader } from './read-help-scout.ts'
import { intercomReader } from './read-intercom.ts'
import { missiveReader } from './read-missive.ts'
import { zendeskReader } from './read-zendesk.ts'

/** Those whose entries say most about where they come from stand first. */
const readers: readonly JsonReader[] = [
  chatwootReader,
  zendeskReader,
  gorgiasReader,
  intercomReader,
  missiveReader,
  frontReader,
  freeScoutReader,
  helpScoutReader
]

/** So many entries are looked at. */
const LOOKED_AT = 20

export function jsonReaderOf(format: ImportFormat): JsonReader | null {
  return readers.find((reader) => reader.format === format) ?? null
}

/** The reader that knows most of the first entries; null when none knows any. */
export function recogniseJson(value: unknown): JsonReader | null {
  let best: { readonly reader: JsonReader; readonly share: number } | null = null
  for (const reader of readers) {
    const entries = (reader.entries(value) ?? []).slice(0, LOOKED_AT)
    const known = entries.filter((entry) => {
      const record = asRecord(entry)
      return record !== null && reader.recognises(record)
    })
    const share = known.length / Math.max(1, entries.length)
    if (share > (best?.share ?? 0)) best = { reader, share }
  }
  return best?.reader ?? null
}
