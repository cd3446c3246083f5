import type { ReplyChange, ReplyFields, ReplyRecord } from '../reply-record.ts'

/** A reply that an import wrote. */
export interface Written {
  readonly reply: string
  /** As it was; null: it was not there. */
  readonly before: ReplyRecord | null
  /** Where it came from. */
  readonly file: string
  readonly line: number | null
  /** Whether agents may insert its newest version, when its template has no mistake. */
  readonly approvable: boolean
}

/** What an undo goes back to. @param after what it is now @param now ms since 1970 */
export function changeOf({ reply, before }: Written, after: ReplyRecord, now: number): ReplyChange {
  if (before === null) return { reply, before: { deletedAt: now }, after: { deletedAt: null } }
  const names = (Object.keys(before) as (keyof ReplyRecord)[]).filter(
    (name): name is keyof ReplyFields => isField(name) && JSON.stringify(before[name]) !== JSON.stringify(after[name])
  )
  const only = (record: ReplyRecord): Partial<ReplyFields> =>
    Object.fromEntries(names.map((name) => [name, record[name]]))
  return { reply, before: only(before), after: only(after) }
}

function isField(name: keyof ReplyRecord): boolean {
  return name !== 'id' && name !== 'createdAt' && name !== 'updatedAt' && name !== 'source'
}
