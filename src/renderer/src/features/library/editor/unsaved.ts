import { z } from 'zod'
import { ReplyForm } from './reply-form.ts'

/** Name of the setting that keeps what was written in the library and not saved. The core keeps it, encrypted like all texts. */
export const UNSAVED_SETTING = 'library.unsaved'

/** Id of a reply, or of one that is not saved for the first time yet → what was written. */
export const Unsaved = z.record(z.string(), ReplyForm)
export type Unsaved = z.infer<typeof Unsaved>

const NEW = 'new-'

/** An id for a reply that the core does not know yet. */
export function newId(): string {
  return `${NEW}${crypto.randomUUID()}`
}

export function isNew(reply: string): boolean {
  return reply.startsWith(NEW)
}

/** What is kept after a form has changed. @param form null: nothing is unsaved there any more */
export function withUnsaved(before: Unsaved, reply: string, form: ReplyForm | null): Unsaved {
  const { [reply]: _gone, ...others } = before
  return form === null ? others : { ...others, [reply]: form }
}
