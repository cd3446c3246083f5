import { normaliseConversationId } from '../../../shared/domain/ids.ts'
import type { ArchiveLimits } from './archive-limits.ts'
import type { ArchiveSource, SourceFile } from './archive-source.ts'
import { MessageScanner } from './message-scanner.ts'

/** `owner` is certain; otherwise `candidates` are the users it could be (two when there is one conversation only). */
export interface InferredOwner {
  readonly owner: string | null
  readonly candidates: readonly string[]
}

/**
 * Without account.js the owner is the one who takes part in every 1:1 conversation. Reads only their ids; damage in
 * the files is left for the import itself to report.
 */
export async function inferOwner(
  source: ArchiveSource,
  files: readonly SourceFile[],
  limits: ArchiveLimits
): Promise<InferredOwner> {
  let candidates: Set<string> | null = null
  const sink = {
    item: () => {},
    problem: () => {},
    conversation: (raw: unknown) => {
      const parts = typeof raw === 'string' ? (normaliseConversationId(raw)?.split('-') ?? []) : []
      if (parts.length !== 2) return
      candidates = new Set(candidates === null ? parts : parts.filter((id) => candidates?.has(id)))
    }
  }
  for (const file of files) {
    const scanner = new MessageScanner(sink, { ...limits, parseItems: false })
    try {
      for await (const chunk of source.read(file)) {
        scanner.feed(chunk)
        if (isEmpty(candidates)) return { owner: null, candidates: [] }
      }
    } catch {
      // Reported by the import itself.
    }
    scanner.end(true)
  }
  const found = [...(candidates ?? [])]
  return { owner: found.length === 1 ? (found[0] ?? null) : null, candidates: found }
}

function isEmpty(candidates: ReadonlySet<string> | null): boolean {
  return candidates !== null && candidates.size === 0
}
