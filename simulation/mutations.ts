/** A safeguard taken out of the code, to prove that the simulation notices. */
export interface Mutation {
  readonly name: string
  /** What the code does then. */
  readonly what: string
  readonly file: string
  /** Text that stands in the file exactly once. */
  readonly find: string
  readonly replace: string
}

/** Each must be caught by some seed; a text that is no longer in the code is an error, so that none of them rots. */
export const mutations: readonly Mutation[] = [
  {
    name: 'resend-after-lost-answer',
    what: 'A reply whose answer was lost is queued again instead of being looked for.',
    file: 'src/main/core/outbox/send-round.ts',
    find: "  if (problem.effect === 'unknown') {",
    replace: "  if (problem.effect === 'unknown' && false) {"
  },
  {
    name: 'requeue-after-crash',
    what: 'What was being sent when the process died is taken for not sent at the next start.',
    file: 'src/main/core/outbox/transitions.ts',
    find: "    db.run(attempts.LOSE_UNDER_WAY, null, entry.id)\n    setState(db, entry, 'unknown', {",
    replace: "    db.run(attempts.DROP_UNDER_WAY, entry.id)\n    setState(db, entry, 'queued', {"
  },
  {
    name: 'departure-not-flushed',
    what: 'The mark that a reply is leaving is committed, but may be lost with the power.',
    file: 'src/main/core/outbox/send-round.ts',
    find: '  const leaves = db.writeDurably((tx) => {',
    replace: '  const leaves = db.write((tx) => {'
  },
  {
    name: 'departure-not-marked',
    what: 'The request leaves before the reply is marked as being sent.',
    file: 'src/main/core/outbox/transitions.ts',
    find: '  db.run(sql.START_SENDING, now, now, entry.id)',
    replace: '  void now'
  },
  {
    name: 'cursor-apart-from-rows',
    what: 'The cursor is committed before the page it speaks of.',
    file: 'src/main/core/sync/read-round.ts',
    find: '  return account.db.write((db) => {\n    noteAnswer(db, account.id, ENDPOINT, answer, now)\n    storeUsers(db, account.id, page.users, now)',
    replace:
      '  account.db.write((db) => {\n    const ids = page.events.flatMap(({ id }) => (id === null ? [] : [id]))\n    saveCursor(db, account.id, decide(factsOf(answer, ids, new Set(ids))).cursor)\n  })\n  return account.db.write((db) => {\n    noteAnswer(db, account.id, ENDPOINT, answer, now)\n    storeUsers(db, account.id, page.users, now)'
  },
  {
    name: 'stop-at-the-newest-known',
    what: 'A reading stops at the newest known event, although X may show older ones late.',
    file: 'src/main/core/sync/walk.ts',
    find: 'const LATE_MS = 2 * 60_000',
    replace: 'const LATE_MS = 0'
  },
  {
    name: 'floor-before-the-walk-ends',
    what: 'The walk counts as finished with its first page.',
    file: 'src/main/core/sync/walk.ts',
    find: '  const token = page.nextToken as string\n  const next = {',
    replace:
      '  const token = page.nextToken as string\n  if (walk.pages >= 1) return { cursor: { floorId: laterId(cursor.floorId, walk.topId), walk: null, lastSyncAt: now }, next: null }\n  const next = {'
  },
  {
    name: 'no-receipts',
    what: 'No receipts are kept: a command that is repeated after a lost answer runs again.',
    file: 'src/main/core/commands/receipts.ts',
    find: 'INSERT INTO receipt (command_id, name, result, at) VALUES (?, ?, ?, ?)',
    replace: 'INSERT INTO receipt (command_id, name, result, at) SELECT ?, ?, ?, ? WHERE false'
  },
  {
    name: 'commands-not-flushed',
    what: 'What the agent saw accepted may be lost with the power.',
    file: 'src/main/core/commands/dispatch.ts',
    find: '        return db.writeDurably((tx) => {',
    replace: '        return db.write((tx) => {'
  },
  {
    name: 'one-message-for-two-replies',
    what: 'A message at X may prove two replies with the same words.',
    file: 'src/main/core/outbox/attempt-sql.ts',
    find: `    AND NOT EXISTS (SELECT 1 FROM outbox o WHERE o.account_id = m.account_id AND o.event_id = m.event_id)
    AND NOT EXISTS (SELECT 1 FROM outbox_attempt a WHERE a.account_id = m.account_id AND a.event_id = m.event_id)
`,
    replace: ''
  },
  {
    name: 'days-of-our-clock',
    what: 'Charges are counted by the days of our own clock.',
    file: 'src/main/core/sync/cost-meter.ts',
    find: '  return utcDay(xClock(db, accountId, now).estimate)',
    replace: '  void xClock(db, accountId, now)\n  return utcDay(now)'
  },
  {
    name: 'resend-after-one-look',
    what: 'One look that does not show the reply is taken as proof that it did not arrive.',
    file: 'src/main/core/outbox/reconcile.ts',
    find: 'const MIN_CHECKS = 3\nconst MIN_CHECK_TIME_MS = 60_000',
    replace: 'const MIN_CHECKS = 1\nconst MIN_CHECK_TIME_MS = 0'
  },
  {
    name: 'no-queue-per-conversation',
    what: 'A later reply of a conversation does not wait for an earlier one.',
    file: 'src/main/core/outbox/sql.ts',
    find: '  WHERE place = 1\n',
    replace: '  WHERE place >= 1\n'
  },
  {
    name: 'limits-forgotten',
    what: 'Nobody looks whether X allows another request before it is made.',
    file: 'src/main/core/sync/rate-budget.ts',
    find: '    if (remaining(window, clock, late) > Math.min(keep, window.limit - 1)) continue\n',
    replace: '    if (remaining(window, clock, late) >= 0) continue\n'
  },
  {
    name: 'draft-overwritten',
    what: 'The last one who saves a draft wins.',
    file: 'src/main/core/thread/drafts.ts',
    find: "    if (stored.text !== draft.text) keepVersion(db, place, draft.text, 'other-window', now)\n",
    replace: ''
  },
  {
    name: 'used-refresh-token',
    what: 'A renewed sign-in is used before it is saved.',
    file: 'src/main/core/x/tokens.ts',
    find: '      await persist(tokens, used)\n      return { ok: true, token: tokens.accessToken }',
    replace: '      return { ok: true, token: tokens.accessToken }'
  },
  {
    name: 'code-of-another-customer',
    what: 'A promo code that is kept for one customer may leave in a reply to another one.',
    file: 'src/main/core/promos/gate.ts',
    find: "  if (hold && !here) return { why: 'other-customer', holder: hold }",
    replace: ''
  }
]

export function mutationNamed(name: string): Mutation {
  const found = mutations.find((each) => each.name === name)
  if (found === undefined) throw new Error(`There is no mutation ${name}.`)
  return found
}

/** @throws when the text does not stand in the file exactly once. */
export function mutated(mutation: Mutation, source: string): string {
  const parts = source.split(mutation.find)
  if (parts.length !== 2) {
    throw new Error(
      `The mutation ${mutation.name} fits ${parts.length - 1} places of ${mutation.file}; it must be one.`
    )
  }
  return parts.join(mutation.replace)
}
