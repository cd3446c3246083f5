import {
  DEFAULT_NOTICE_LEVEL,
  NOTICE_SETTING,
  type Notice,
  type NoticeCustomer,
  type NoticeLevel,
  noticeLevels
} from '../../../shared/domain/attention.ts'
import { conversationKey } from '../../../shared/domain/ids.ts'
import type { ReadDb } from '../db/database.ts'
import type { SettingsStore } from '../deps.ts'
import * as sql from './sql.ts'

/** This many are named. */
const NAMED = 5

/** What the agent wants to be told. A value nobody could have chosen counts as the default. */
export function noticeLevel(settings: SettingsStore): NoticeLevel {
  const chosen = settings.all()[NOTICE_SETTING]
  return noticeLevels.find((level) => level === chosen) ?? DEFAULT_NOTICE_LEVEL
}

/** Everybody who waits, whoever has waited longest first; null when nobody does. */
export function digestNotice(db: ReadDb, level: NoticeLevel, now: number): Notice | null {
  const total = db.get<{ waiting: number }>(sql.COUNT_WAITING)?.waiting ?? 0
  const customers = db.all<sql.WaitingRow>(sql.LONGEST_WAITING, NAMED).map((row): NoticeCustomer => ({
    conversation: conversationKey(row.account_id, row.id),
    name: level === 'count' ? '' : row.title,
    messages: 0,
    waitingSince: row.waiting_since,
    // A digest is about who, not about what.
    text: null
  }))
  return customers.length === 0 ? null : { kind: 'digest', at: now, total, customers }
}
