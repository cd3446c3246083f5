import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { queryPlan, temporaryDatabase } from '../testing/temporary-database.ts'
import { SAID } from './conversation-facts.ts'
import * as outcome from './outcome/sql.ts'
import * as links from './links/sql.ts'
import * as keys from './quick-keys/sql.ts'
import * as files from './files/sql.ts'
import * as sql from './sql.ts'

const { db, remove } = temporaryDatabase()
beforeAll(() => {
  db.write((tx) => {
    for (let nth = 0; nth < 500; nth += 1) {
      const [id, version] = [`r${nth}`, `v${nth}`]
      tx.run(sql.ADD, id, 'reply', '[]', '[]', 'everyone', null, 'me', version, 1, 1, null, null, null)
      tx.run(sql.ADD_VERSION, version, id, 1, 'me', 1, '{}')
      tx.run(links.TOLD, `https://${nth}.org/`, nth % 9 === 0 ? 'dead' : 'lives', 404, 1, 1)
      tx.run(sql.ADD_USE, `u${nth}`, id, version, `o${nth}`, '7', '7-8', 'me', 'x', 'x', nth, null, 0)
    }
  })
})
afterAll(remove)

describe.each([
  ['without statistics', false],
  ['with statistics', true]
])('%s', (_name, analysed) => {
  beforeAll(() => {
    if (analysed) db.write((tx) => tx.run('ANALYZE'))
  })

  test.each([
    ['a reply', sql.FIND, 'PRIMARY KEY'],
    ['a content', sql.CONTENT, 'PRIMARY KEY'],
    ['versions', sql.VERSIONS, 'canned_version_of'],
    ['the next number', sql.NEXT_NUMBER, 'canned_version_of'],
    ['uses of a reply that is taken back', sql.FORGET_USES, 'canned_use_of_outbox'],
    ['the keys of a member', keys.KEYS, 'PRIMARY KEY'],
    ['dead links', links.DEAD, 'link_check_dead'],
    ['what became of a reply', outcome.OUTCOMES, 'canned_use_of_version'],
    ['who answered', outcome.ANSWERS, 'canned_use_of_version'],
    ['the newest versions', outcome.NEWEST_VERSIONS, 'canned_version_of'],
    ['when it came back', outcome.REOPENED, 'PRIMARY KEY'],
    ['a change that nobody wants', outcome.DECLINED, 'PRIMARY KEY'],
    ['what was said', SAID, 'message_thread']
  ])('%s is found by an index, without sorting', (_what, statement, index) => {
    const details = queryPlan(db, statement)
    expect(details.join('\n')).toContain(index)
    expect(details.filter((detail) => /^SCAN|TEMP B-TREE/.test(detail))).toEqual([])
  })

  test('files that no version names are found without reading what versions say', () => {
    const details = queryPlan(db, files.UNUSED).join('\n')
    expect(details).toContain('SEARCH v USING COVERING INDEX canned_version_attachment (<expr>=?)')
  })

  test('uses are counted in an index alone, and of the outbox only what has not left is looked at', () => {
    const sent = queryPlan(db, outcome.VERSIONS_SENT).join('\n')
    expect(sent).toContain('SEARCH u USING COVERING INDEX canned_use_of_version (reply_id=?)')
    expect(sent).toContain('SCAN outbox USING INDEX outbox_open')
    expect(sent).not.toContain('TEMP B-TREE')
    const customers = queryPlan(db, outcome.CUSTOMERS_OF).join('\n')
    expect(customers).toContain('USING COVERING INDEX canned_use_customers (version_id=?)')
    expect(customers).toContain('SCAN outbox USING INDEX outbox_open')
    expect(customers).not.toContain('TEMP B-TREE FOR DISTINCT')
  })

  test('what has not left is looked up in the outbox, with its uses', () => {
    const details = queryPlan(db, outcome.UNSENT).join('\n')
    expect(details).toContain('SCAN o USING INDEX outbox_open')
    expect(details).toContain('SEARCH u USING INDEX canned_use_of_outbox (outbox_id=?)')
  })

  test('who had a change is found from the change on', () => {
    const details = queryPlan(db, outcome.EVIDENCE).join('\n')
    expect(details).toContain(
      'SEARCH e USING PRIMARY KEY (version_id=? AND language=? AND from_at=? AND to_at=? AND put=?)'
    )
    expect(details).not.toContain('SCAN')
    expect(queryPlan(db, outcome.EXAMPLES).join('\n')).not.toContain('SCAN')
  })

  test('proposed changes are read along the approved versions, each with the edits of its own', () => {
    const details = queryPlan(db, outcome.FIXES).join('\n')
    expect(details).toContain('SEARCH e USING PRIMARY KEY (version_id=?)')
    expect(details).not.toMatch(/SCAN e/)
  })

  test('the whole library is read along its replies, each version by its key', () => {
    expect(queryPlan(db, sql.HEADS)).toEqual(['SCAN r', 'SEARCH v USING PRIMARY KEY (id=?)'])
    for (const statement of [sql.USES, sql.OWN_USES]) {
      expect(queryPlan(db, statement).filter((detail) => detail.includes('TEMP B-TREE'))).toEqual([])
    }
  })
})
