/**
 * Rows about canned replies. Times are ms since 1970, ids are text.
 * @module
 */
import type {
  ReplyAction,
  ReplyAttachment,
  ReplyContent,
  ReplyPlacement,
  ReplyStage
} from '../domain/library/canned-reply.ts'
import type { QuickKey } from '../domain/library/quick-key.ts'
import type { FindingKind } from '../domain/library/finding.ts'
import type { LinkTrouble, UnaskedReason } from '../domain/library/link.ts'
import type { TemplateProblem } from '../domain/library/template/problem.ts'
import type { TemplateValues } from '../domain/library/template/values.ts'
import type { MediaItem } from './rows.ts'

/** One line of the library: what is approved, or what is written where nothing is approved yet. By folder and title. */
export interface CannedReplyRow extends ReplyPlacement {
  readonly id: string
  readonly title: string
  readonly shortcut: string | null
  /** Of the body, then of the variants. */
  readonly languages: readonly string[]
  /** How the body begins, on one line. */
  readonly preview: string
  /** Name of the file that goes along; null: none. */
  readonly attachment: string | null
  /** Of what this row shows; `retired` for the whole reply. */
  readonly stage: ReplyStage
  /** A newer version that is not approved yet, besides the approved one. */
  readonly pending: 'draft' | 'in-review' | null
  /** Id of a member of the team. */
  readonly owner: string
  readonly effectiveFrom: number | null
  readonly expiresAt: number | null
  /** Whether a variant has to be translated anew. */
  readonly outdated: boolean
  /** Whether the newest version cannot be approved as it is. */
  readonly broken: boolean
  /** How often it was sent. */
  readonly uses: number
  readonly lastUsedAt: number | null
  readonly updatedAt: number
  /** Where it was imported from (`zendesk`); null: written here. */
  readonly source: string | null
}

/** A reply with all there is; one row, or none when it was deleted. */
export interface CannedReplyDetailRow extends ReplyPlacement {
  readonly id: string
  readonly owner: string
  readonly stage: ReplyStage
  readonly pending: 'draft' | 'in-review' | null
  /** What agents insert; null when nothing was ever approved. */
  readonly approved: VersionRow | null
  /** What is worked on: the newest version. The approved one when nothing newer is there. */
  readonly newest: VersionRow
  /** Why the newest version cannot be approved. */
  readonly problems: readonly TemplateProblem[]
  /** Fragments that it contains, directly. */
  readonly contains: readonly { readonly id: string | null; readonly shortcut: string }[]
  /** Replies that contain it, directly. */
  readonly containedIn: readonly { readonly id: string; readonly title: string }[]
  /** Why it came back from review; null when it did not. */
  readonly sentBack: string | null
  readonly source: { readonly system: string; readonly id: string } | null
}

/** A version of a reply. Newest first where there are several. */
export interface VersionRow {
  readonly id: string
  /** From 1 on, in the order in which they were saved. */
  readonly number: number
  readonly content: ReplyContent
  readonly savedAt: number
  /** Ids of members of the team. */
  readonly author: string
  readonly approvedBy: string | null
  readonly approvedAt: number | null
}

/** A reply that may be inserted, best first. */
export interface ReplyChoiceRow {
  readonly id: string
  /** Id of the version. */
  readonly version: string
  readonly title: string
  readonly shortcut: string | null
  readonly folder: readonly string[]
  readonly tags: readonly string[]
  /** The template in the language that fits the conversation best. */
  readonly body: string
  readonly language: string | null
  readonly actions: readonly ReplyAction[]
  /** What goes along with it. */
  readonly attachment: ReplyAttachment | null
  /** What speaks for it, most telling first; for the agent to see. */
  readonly why: readonly ReplyReason[]
}

/** Why a reply stands where it stands. */
export type ReplyReason =
  /** Words of the customer's last message that it has, or that it was used for before. */
  | { readonly kind: 'words'; readonly words: readonly string[] }
  /** The team answered something alike with it. */
  | { readonly kind: 'answered-alike'; readonly times: number }
  | { readonly kind: 'used'; readonly times: number; readonly byMe: boolean }
  | { readonly kind: 'language'; readonly language: string }
  | { readonly kind: 'category'; readonly category: string }

/** Whether a quick key inserts its reply now, and what keeps it from that. */
export type QuickKeyState =
  'ready' | 'deleted' | 'retired' | 'not-approved' | 'not-yet' | 'expired' | 'not-shared' | 'fragment'

/** A reply that a member inserts with one key. */
export interface QuickKeyRow {
  /** The key as text. */
  readonly id: string
  readonly key: QuickKey
  /** Id of the reply, which may be gone. */
  readonly reply: string
  /** Null where it is gone, or not shared any more. */
  readonly title: string | null
  readonly state: QuickKeyState
}

/** The same as it would be inserted in a conversation. */
export interface QuickReplyRow extends ReplyChoiceRow {
  readonly key: QuickKey
}

/** What became of a reply: of all its versions together (id `all`, first), then of each, the newest first. None: never sent. */
export interface ReplyOutcomeRow {
  /** Id of the version. */
  readonly id: string
  /** Of the version; null for all, and for one that is not kept any more. */
  readonly number: number | null
  /** How often X has it. */
  readonly sent: number
  readonly lastAt: number
  /** Over how many of the newest uses the figures below go; each names of how many it is known (`of`). */
  readonly looked: number
  /** Sent with other words than inserted; `share`: of how many of the words, in the middle, 0 to 1. */
  readonly edited: { readonly count: number; readonly of: number; readonly share: number | null }
  /** The customer wrote within three days. Those who still may are not counted. Ms, in the middle. */
  readonly answered: { readonly count: number; readonly of: number; readonly medianMs: number | null }
  /** How long customers had waited for it, ms by the clock on the wall. */
  readonly waited: { readonly of: number; readonly medianMs: number | null }
  /** Of those resolved within a week of it: came back within a week. */
  readonly reopened: { readonly count: number; readonly of: number }
  /**
   * Of the surveys that were answered with a score, and before which this reply was the last one used: how many were content
   * (4 or 5 of 5, 8 or more of 10). `average`: of those from 1 to 5; null: there is none.
   */
  readonly content: { readonly count: number; readonly of: number; readonly average: number | null }
}

/** What became of a reply, in short; by its id. Those that X has none of are not there. As in `ReplyOutcomeRow` of all versions. */
export interface ReplyFiguresRow {
  readonly id: string
  readonly changed: { readonly count: number; readonly of: number }
  readonly answered: ReplyOutcomeRow['answered']
  readonly content: ReplyOutcomeRow['content']
}

/** A change that agents make again and again before they send a reply. */
export interface CannedFixRow {
  readonly id: string
  readonly reply: string
  /** Id of the approved version that they change. */
  readonly version: string
  readonly title: string
  /** Of the variant; null: the reply's own text. */
  readonly language: string | null
  /** Where in the text, in UTF-16 units, and what they put there. */
  readonly from: number
  readonly to: number
  readonly put: string
  /** The whole template, as it is and as it would be. */
  readonly before: string
  readonly after: string
  /** How often, for how many customers of how many that had the version, and by how many agents. */
  readonly times: number
  readonly customers: number
  readonly of: number
  readonly members: number
  readonly lastAt: number
  /** The newest, five at most. `title`: of the conversation, `member`: id. */
  readonly examples: readonly {
    readonly conversation: string
    readonly title: string
    readonly member: string
    readonly at: number
  }[]
}

/** Something in a reply that somebody should look at. */
export type LibraryFinding =
  | {
      readonly kind: Exclude<FindingKind, 'gone-link'>
      /** The words in question; of `stale` why (`StaleReason`), of `unused` since when (ms), of `duplicate` the first of its group. */
      readonly detail: string
    }
  | {
      /** A link that was asked and is dead. `detail`: its address; `status`: null when there is no such host. */
      readonly kind: 'gone-link'
      readonly detail: string
      readonly status: number | null
      /** Ms since 1970. */
      readonly checkedAt: number
    }

/** A reply with what was found in it; those without are not listed. */
export interface LibraryFindingRow {
  /** Of the reply. */
  readonly id: string
  readonly findings: readonly LibraryFinding[]
  /** Ids of the others that say the same. */
  readonly duplicates: readonly string[]
}

/** A link that does not live, with the first of the replies it stands in. `at`: when it was asked last, ms since 1970. */
export type LinkRow = {
  readonly link: string
  /** Id of the reply. */
  readonly reply: string
  readonly title: string
  /** In how many replies it stands. */
  readonly replies: number
} & (
  | { readonly state: 'dead'; readonly status: number | null; readonly at: number }
  | { readonly state: 'unknown'; readonly trouble: LinkTrouble; readonly status: number | null; readonly at: number }
  | { readonly state: 'unasked'; readonly why: UnaskedReason }
)

/** What is known of the links in replies that are approved or in review; the one row there is. */
export interface LinkReportRow {
  readonly id: string
  /** How many a check asks. */
  readonly links: number
  readonly lives: number
  readonly dead: number
  /** What could not be told at the last try. */
  readonly unknown: number
  readonly unchecked: number
  readonly unasked: number
  /** When one of them was asked last, ms since 1970. */
  readonly checkedAt: number | null
  /** Dead ones, those of which nothing could be told, those that are not asked. */
  readonly rows: readonly LinkRow[]
  /** How many are not in `rows`. */
  readonly more: number
}

/** How often suggestions are taken; the one row there is. */
export interface SuggestionUseRow {
  readonly id: string
  /** Messages of customers for which replies were suggested to somebody. */
  readonly shown: number
  /** Replies that were sent out of a suggestion. */
  readonly taken: number
}

/** A fragment's text, to put into a reply. All that are approved. */
export interface FragmentRow {
  readonly id: string
  readonly shortcut: string
  readonly title: string
  readonly body: string
  readonly language: string | null
  readonly variants: ReplyContent['variants']
}

/** A file that canned replies take along; one row, or none when it is not here. */
export interface ReplyFileRow {
  /** Its hash. */
  readonly id: string
  /** Bytes. */
  readonly size: number
  /** Media type. */
  readonly type: string
  readonly item: MediaItem
}

/** What placeholders stand for in a conversation; the one row there is. */
export interface TemplateContextRow extends TemplateValues {
  readonly id: string
}
