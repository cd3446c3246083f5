import type { z } from 'zod'
import { WireId } from './wire-schemas.ts'

/** Something of an answer that could not be used. Goes into the log: `reason` never holds what the item said. */
export interface Skipped {
  readonly reason: string
  /** X's id of it, where that much could be read. */
  readonly id: string | null
}

/** @param what the kind of item, as it should read in the log. */
export function skippedItem(what: string, item: unknown, error: z.ZodError): Skipped {
  const field = error.issues[0]?.path[0]
  const reason = field === undefined ? `${what} is no object` : `${what} has a missing or wrong "${String(field)}"`
  return { reason, id: idOf(item) }
}

export function idOf(item: unknown): string | null {
  if (typeof item !== 'object' || item === null || !('id' in item)) return null
  const parsed = WireId.safeParse(item.id)
  return parsed.success ? parsed.data : null
}
