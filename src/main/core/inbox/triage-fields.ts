import type { InboxRow } from '../../../shared/contract/rows.ts'
import type { Category, ConversationStatus, Place, Priority } from '../../../shared/domain/conversation.ts'
import type { PlaceReason } from '../../../shared/domain/screening.ts'
import type { ResponseKind } from '../../../shared/domain/sla.ts'
import { dueRow } from '../sla/due-row.ts'

/** What the team has decided about a conversation, and where that leaves it, as statements give it. */
export interface TriageColumns {
  readonly status: ConversationStatus
  readonly unread: number
  readonly waiting_since: number | null
  readonly assignee_id: string | null
  readonly snoozed_until: number | null
  readonly follow_up_at: number | null
  readonly sla_due_at: number | null
  readonly sla_risk_at: number | null
  readonly sla_kind: ResponseKind | null
  readonly sla_policy: string | null
  readonly priority: Priority
  readonly category: Category | null
  readonly place: Place
  readonly place_reason: PlaceReason | null
  /** JSON: ids. */
  readonly tags: string
}

type TriageField =
  | 'status'
  | 'unread'
  | 'waitingSince'
  | 'snoozedUntil'
  | 'assignee'
  | 'priority'
  | 'category'
  | 'place'
  | 'placeReason'
  | 'tags'
  | 'followUpAt'
  | 'due'

/** The same as the list and the head of a thread show it. */
export function triageFields(row: TriageColumns): Pick<InboxRow, TriageField> {
  return {
    status: row.status,
    unread: row.unread,
    waitingSince: row.waiting_since,
    snoozedUntil: row.snoozed_until,
    assignee: row.assignee_id,
    priority: row.priority,
    category: row.category,
    place: row.place,
    placeReason: row.place_reason,
    tags: JSON.parse(row.tags) as string[],
    followUpAt: row.follow_up_at,
    due: dueRow(row)
  }
}
