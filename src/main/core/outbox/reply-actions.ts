import { assertNever } from '../../../shared/assert-never.ts'
import { conversationKey } from '../../../shared/domain/ids.ts'
import type { ReplyAction } from '../../../shared/domain/library/canned-reply.ts'
import { learnCategories } from '../categories/learn.ts'
import { keepUndo, spendUndo, UNDO_REACHES_MS, type StateBefore } from '../commands/undo.ts'
import type { ReadDb, WriteDb } from '../db/database.ts'
import type { SettingsStore } from '../deps.ts'
import { applyStates, applyTags, resolved, snoozed, tagsOf, undoStates } from '../inbox/change-states.ts'
import { checkComplete } from '../inbox/required.ts'
import { type ConversationState, readState } from '../inbox/state.ts'
import { isInTeam } from '../team/team.ts'

/** What the conversation was before a reply was sent with its actions, and after. */
interface Carried {
  readonly before: StateBefore
  readonly after: Partial<ConversationState>
  /** Ids of the tags that it got. */
  readonly tagged: readonly string[]
}

const MINUTE_MS = 60_000
const TAG_IS_HERE = 'SELECT 1 FROM tag WHERE id = ? AND deleted_at IS NULL'
const KEEP = 'INSERT INTO reply_action (outbox_id, account_id, undo_id, changes, at) VALUES (?, ?, ?, ?, ?)'
const FIND = 'SELECT undo_id, changes FROM reply_action WHERE outbox_id = ?'
const DROP_OLD = `
  DELETE FROM reply_action
  WHERE at < ? AND NOT EXISTS (SELECT 1 FROM outbox o WHERE o.id = outbox_id AND o.state <> 'sent')`
const DROP = 'DELETE FROM reply_action WHERE outbox_id = ?'

/** Whether the agent leaves the conversation resolved with them: of a snooze and that, the last one holds. */
export function endsResolved(actions: readonly ReplyAction[]): boolean {
  return actions.findLast(({ kind }) => kind === 'resolve' || kind === 'snooze')?.kind === 'resolve'
}

/**
 * Does what goes with a reply, in the transaction that puts it into the outbox, with one undo for all of it. A tag or a
 * colleague that is gone by now is passed over: the customer's answer matters more.
 * @param reply.sendAt a snooze counts from then on, when it leaves later
 * @throws {AppError} not-allowed when it cannot be resolved as it is
 */
export function carryOut(
  db: WriteDb,
  reply: {
    readonly outboxId: string
    readonly conversation: string
    readonly accountId: string
    readonly sendAt: number | null
    readonly me: string
  },
  actions: readonly ReplyAction[],
  settings: Pick<SettingsStore, 'all'>,
  now: number
): void {
  const { conversation, outboxId } = reply
  const start = readState(db, conversation)
  if (actions.length === 0 || start === null) return
  const tags = tagsOf(db, conversation)
  const ending = actions.findLast(({ kind }) => kind === 'resolve' || kind === 'snooze')
  // What a conversation has to have before it is resolved may be among them.
  for (const action of actions) if (action !== ending) doOne(db, action, reply, now)
  if (ending) {
    if (ending.kind === 'resolve') checkComplete(db, settings, [conversation])
    doOne(db, ending, reply, now)
  }
  const end = readState(db, conversation)
  if (end === null) return
  const tagged = tagsOf(db, conversation).filter((id) => !tags.includes(id))
  const names = (Object.keys(end.state) as (keyof ConversationState)[]).filter(
    (name) => end.state[name] !== start.state[name]
  )
  if (names.length === 0 && tagged.length === 0) return
  const only = (state: ConversationState): Partial<ConversationState> =>
    Object.fromEntries(names.map((name) => [name, state[name]]))
  const putAway = names.includes('status') && start.state.status !== 'open'
  const before: StateBefore = {
    conversation,
    ...only(start.state),
    ...(putAway ? { lastAt: start.lastAt } : {}),
    ...(tagged.length > 0 ? { tags } : {})
  }
  const undo = keepUndo(db, labelOf(ending?.kind), [before], now)
  const carried: Carried = { before, after: only(end.state), tagged }
  db.run(KEEP, outboxId, reply.accountId, undo, JSON.stringify(carried), now)
}

function labelOf(ending: ReplyAction['kind'] | undefined): string {
  if (ending === 'resolve') return 'Resolved'
  return ending === 'snooze' ? 'Snoozed' : 'Changed with a reply'
}

function doOne(
  db: WriteDb,
  action: ReplyAction,
  { conversation, sendAt, me }: { readonly conversation: string; readonly sendAt: number | null; readonly me: string },
  now: number
): void {
  const change = (make: (state: ConversationState, lastAt: number) => ConversationState): void =>
    void applyStates(db, [conversation], now, make)
  switch (action.kind) {
    case 'tag':
      if (db.get(TAG_IS_HERE, action.tag) !== undefined)
        applyTags(db, [conversation], { add: [action.tag], remove: [] }, now)
      return
    case 'category':
      change((state) => ({ ...state, category: action.category }))
      learnCategories(db, [{ conversation, category: action.category }], now)
      return
    case 'priority':
      return change((state) => ({ ...state, priority: action.priority }))
    case 'assign': {
      const assignee = action.member ?? me
      if (isInTeam(db, assignee)) change((state) => ({ ...state, assignee }))
      return
    }
    case 'snooze':
      return change(snoozed(action.minutes === null ? null : (sendAt ?? now) + action.minutes * MINUTE_MS, now))
    case 'resolve':
      return change(resolved(now))
    default:
      assertNever(action)
  }
}

/** The reply will not be sent; what was done stays, and can still be undone by itself. */
export function keepActions(db: WriteDb, outboxId: string): void {
  db.run(DROP, outboxId)
}

/** Run at start. A reply that waits for its time can be taken back as long as it waits. */
export function dropOldActions(db: WriteDb, now: number): void {
  db.run(DROP_OLD, now - UNDO_REACHES_MS)
}

/** What belongs together: half of it would be a state that nobody chose. */
const STATUS: readonly (keyof ConversationState)[] = ['status', 'statusAt', 'snoozedUntil', 'settledTo']

/** The reply was taken back: so is what was done with it, where nobody has changed it since. */
export function takeActionsBack(
  db: WriteDb,
  entry: { readonly id: string; readonly account_id: string; readonly conversation_id: string },
  now: number
): void {
  const row = db.get<{ undo_id: string; changes: string }>(FIND, entry.id)
  if (!row) return
  db.run(DROP, entry.id)
  if (!spendUndo(db, row.undo_id, now)) return
  const back = stillStanding(
    db,
    conversationKey(entry.account_id, entry.conversation_id),
    JSON.parse(row.changes) as Carried
  )
  if (back) undoStates(db, [back], now)
}

function stillStanding(db: ReadDb, conversation: string, { before, after, tagged }: Carried): StateBefore | null {
  const current = readState(db, conversation)?.state
  if (!current) return null
  const same = (name: keyof ConversationState): boolean => current[name] === after[name]
  const changed = Object.keys(after) as (keyof ConversationState)[]
  const statusStands = changed.filter((name) => STATUS.includes(name)).every(same)
  const standing = changed.filter((name) => (STATUS.includes(name) ? statusStands : same(name)))
  const { lastAt } = before
  return {
    conversation,
    ...Object.fromEntries(standing.map((name) => [name, before[name]])),
    ...(lastAt !== undefined && statusStands ? { lastAt } : {}),
    ...(tagged.length > 0 ? { tags: tagsOf(db, conversation).filter((id) => !tagged.includes(id)) } : {})
  }
}
