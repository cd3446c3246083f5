import { z } from 'zod'
import { ConversationKey, XId } from '../domain/ids.ts'
import {
  FolderPath,
  MAX_BODY_LENGTH,
  MOST_REPLIES,
  ReplyContent,
  ReplyPlacement,
  ReplyTag
} from '../domain/library/canned-reply.ts'
import { findingKinds } from '../domain/library/finding.ts'
import type { LinkCheckReport } from '../domain/library/link.ts'
import { QuickKey } from '../domain/library/quick-key.ts'
import {
  conflictChoices,
  importFormats,
  libraryExportFormats,
  type LeftOutFile,
  type LibraryImportReport
} from '../domain/library/import-report.ts'

const id = z.string().min(1).max(100)
/** A change to the words of a version, as `library.fixes` proposes it. `language` empty: the reply's own text. */
const fix = z
  .object({
    reply: id,
    version: id,
    language: z.string().max(35),
    from: z.number().int().min(0),
    to: z.number().int().min(0),
    put: z.string().max(MAX_BODY_LENGTH)
  })
  .strict()
const replies = z.object({ replies: z.array(id).min(1).max(MOST_REPLIES) }).strict()

/** What can be done to canned replies. */
export const libraryCommands = {
  /**
   * Saves a version, as a draft. `reply` null begins a reply. `base`: the version that was changed; refused when another
   * one was saved by now. A body with a mistake is kept like any other; it cannot be approved.
   */
  'library.save': z
    .object({ reply: id.nullable(), base: id.nullable(), content: ReplyContent, placement: ReplyPlacement })
    .strict(),
  /** Somebody is asked to look at the newest version. Refused when it has a mistake. */
  'library.submit': replies,
  /** Agents insert the newest version from now on. Refused when one of them has a mistake, with its line. */
  'library.approve': replies,
  /** Back from review to its author. */
  'library.sendBack': z.object({ reply: id, why: z.string().trim().max(1_000) }).strict(),
  /** The newer version goes, the approved one stays. */
  'library.discardDraft': z.object({ reply: id }).strict(),
  /** An earlier version becomes the draft. */
  'library.rollBack': z.object({ reply: id, version: id }).strict(),
  /** Nobody inserts it any more; it stays in the library. */
  'library.retire': replies,
  'library.unretire': replies,
  'library.delete': replies,
  'library.move': replies.extend({ folder: FolderPath }).strict(),
  'library.tag': replies
    .extend({ add: z.array(ReplyTag).max(100).default([]), remove: z.array(ReplyTag).max(100).default([]) })
    .strict(),
  'library.setScope': replies.extend({ scope: ReplyPlacement.shape.scope, team: ReplyPlacement.shape.team }).strict(),
  'library.setOwner': replies.extend({ owner: id }).strict(),
  /** What was found in a reply is meant as it is; it comes back when the text changes. */
  'library.meant': z
    .object({ reply: id, kinds: z.array(z.enum(findingKinds)).min(1).max(findingKinds.length) })
    .strict(),
  /** Asks each link of replies that are approved or in review; joins a check that runs. Ended early by `jobs.stop`. */
  'library.checkLinks': z.object({}).strict(),
  /** The change becomes the draft. Refused when the draft does not have the words any more. */
  'library.takeFix': fix,
  /** It is not proposed again. */
  'library.declineFix': fix,
  /** The one key with which this member inserts it; null: none. Whichever reply had the key gives it up. */
  'library.setQuickKey': z.object({ reply: id, key: QuickKey.nullable() }).strict(),
  /**
   * The file of a version goes into the draft of a conversation. One that is there already stays: X takes one per message,
   * and what an agent attached is never replaced unasked.
   */
  'library.attach': z.object({ conversation: ConversationKey, version: id }).strict(),
  /** Forty replies for a small shop, as drafts, and the fragments in them; those whose shortcut is in use are left out. */
  'library.addStarter': z.object({}).strict(),
  /** Suggestions came before an agent's eyes, for this message of the customer; counted once. `replies`: how many. */
  'library.suggestionsShown': z
    .object({ conversation: ConversationKey, message: XId, replies: z.number().int().min(1).max(3) })
    .strict(),
  /**
   * From the files of another system, or of ours. `format` null: found out from what they hold. `dryRun`: only says what
   * would come. `approve`: agents may insert at once what has no mistake; otherwise all comes as drafts. `conflicts`: what is
   * done with replies that were changed here and there since the last import, `choices` the same by id of ours.
   */
  'library.import': z
    .object({
      paths: z.array(z.string().min(1).max(4_000)).min(1).max(1_000),
      format: z.enum(importFormats).nullable().default(null),
      dryRun: z.boolean(),
      approve: z.boolean().default(false),
      conflicts: z.enum(conflictChoices).default('keep'),
      choices: z.record(id, z.enum(conflictChoices)).default({})
    })
    .strict(),
  /** `file`: of a Markdown export the folder, which must be empty or not be there. */
  'library.export': z.object({ format: z.enum(libraryExportFormats), file: z.string().min(1).max(4_000) }).strict()
} as const satisfies Record<string, z.ZodType>

/** Name → what `done` brings back. */
export interface LibraryCommandResults {
  'library.save': { reply: string; version: string }
  'library.submit': { changed: number }
  'library.approve': { changed: number }
  'library.sendBack': null
  'library.discardDraft': null
  'library.rollBack': { version: string }
  'library.retire': { changed: number }
  'library.unretire': { changed: number }
  'library.delete': { changed: number }
  'library.move': { changed: number }
  'library.tag': { changed: number }
  'library.setScope': { changed: number }
  'library.setOwner': { changed: number }
  'library.meant': { changed: number }
  'library.checkLinks': LinkCheckReport
  'library.takeFix': { version: string }
  'library.declineFix': null
  /** `lost`: id of the reply that gave the key up; null when none had it. */
  'library.setQuickKey': { changed: boolean; lost: string | null }
  /** `there`: the draft has the same file already, `taken`: it has another one, `missing`: the file is not here any more. */
  'library.attach':
    { kind: 'attached'; attachment: string } | { kind: 'there' | 'taken'; name: string } | { kind: 'missing' }
  /** How many replies, without the fragments. */
  'library.addStarter': { added: number }
  'library.suggestionsShown': null
  'library.import': LibraryImportReport
  'library.export': { file: string; replies: number; leftOut: readonly LeftOutFile[] }
}
