import type BetterSqlite from 'better-sqlite3'
import { migration0001 } from './migrations/0001-first.ts'
import { migration0002 } from './migrations/0002-requests.ts'
import { migration0003 } from './migrations/0003-drafts-and-notes.ts'
import { migration0004 } from './migrations/0004-outbox.ts'
import { migration0005 } from './migrations/0005-activity.ts'
import { migration0006 } from './migrations/0006-media.ts'
import { migration0007 } from './migrations/0007-news.ts'
import { migration0008 } from './migrations/0008-budget.ts'
import { migration0009 } from './migrations/0009-media-index.ts'
import { migration0010 } from './migrations/0010-triage.ts'
import { migration0011 } from './migrations/0011-send-check.ts'
import { migration0012 } from './migrations/0012-index-merges.ts'
import { migration0013 } from './migrations/0013-sla.ts'
import { migration0014 } from './migrations/0014-screening.ts'
import { migration0015 } from './migrations/0015-customers.ts'
import { migration0016 } from './migrations/0016-search.ts'
import { migration0017 } from './migrations/0017-promises-and-categories.ts'
import { migration0018 } from './migrations/0018-clock-offset.ts'
import { migration0019 } from './migrations/0019-rare-messages.ts'
import { migration0020 } from './migrations/0020-unread.ts'
import { migration0021 } from './migrations/0021-let-in.ts'
import { migration0022 } from './migrations/0022-accounts-in-queues.ts'
import { migration0023 } from './migrations/0023-index-merges-in-steps.ts'
import { migration0024 } from './migrations/0024-library.ts'
import { migration0025 } from './migrations/0025-suggestions.ts'
import { migration0026 } from './migrations/0026-quick-keys.ts'
import { migration0027 } from './migrations/0027-canned-files.ts'
import { migration0028 } from './migrations/0028-outcomes.ts'
import { migration0029 } from './migrations/0029-outcome-indexes.ts'
import { migration0030 } from './migrations/0030-findings.ts'
import { migration0031 } from './migrations/0031-reports.ts'
import { migration0032 } from './migrations/0032-fixes.ts'
import { migration0033 } from './migrations/0033-promos.ts'
import { migration0034 } from './migrations/0034-link-checks.ts'
import { migration0035 } from './migrations/0035-promo-names.ts'
import { migration0036 } from './migrations/0036-feedback.ts'
import { migration0037 } from './migrations/0037-surveys.ts'
import { migration0038 } from './migrations/0038-promo-replies.ts'
import { migration0039 } from './migrations/0039-counts.ts'

/** Append-only: a released step is never edited. Index + 1 is the `user_version` it leads to. */
const migrations: readonly string[] = [
  migration0001,
  migration0002,
  migration0003,
  migration0004,
  migration0005,
  migration0006,
  migration0007,
  migration0008,
  migration0009,
  migration0010,
  migration0011,
  migration0012,
  migration0013,
  migration0014,
  migration0015,
  migration0016,
  migration0017,
  migration0018,
  migration0019,
  migration0020,
  migration0021,
  migration0022,
  migration0023,
  migration0024,
  migration0025,
  migration0026,
  migration0027,
  migration0028,
  migration0029,
  migration0030,
  migration0031,
  migration0032,
  migration0033,
  migration0034,
  migration0035,
  migration0036,
  migration0037,
  migration0038,
  migration0039
]

export const LATEST_VERSION = migrations.length

/** Brings the file to the latest version, all pending steps in one transaction. */
export function migrate(file: BetterSqlite.Database): void {
  const version = Number(file.pragma('user_version', { simple: true }))
  if (version === LATEST_VERSION) return
  file.transaction(() => {
    for (const step of migrations.slice(version)) file.exec(step)
    file.pragma(`user_version = ${LATEST_VERSION}`)
  })()
}
