import { v7 as uuidv7 } from 'uuid'
import { AppError } from '../../../shared/contract/errors.ts'
import type { MemberRow } from '../../../shared/contract/triage-rows.ts'
import { conversationKey } from '../../../shared/domain/ids.ts'
import { MAX_MEMBER_NAME } from '../../../shared/domain/team.ts'
import type { CommandDefinition } from '../commands/command-definition.ts'
import { keepUndo, type StateBefore } from '../commands/undo.ts'
import type { Database, ReadDb, WriteDb } from '../db/database.ts'
import type { Clock, SettingsStore } from '../deps.ts'
import type { QueryDefinition } from '../live/query-definition.ts'

/** Who of the team sits at this desk: a setting of the desk, because the database may be shared one day. */
const ME = 'team.me'

interface StoredMember {
  readonly id: string
  readonly name: string
  readonly removed_at: number | null
}

/** The people who answer. There is always at least one. */
export interface Team {
  /** Id of who sits at this desk. */
  me(): string
  /** @throws {AppError} not-found, also for who has left */
  find(id: string): { readonly id: string; readonly name: string }
  members(): StoredMember[]
  /** Names of the teams within the team that somebody belongs to. */
  groupsOf(id: string): string[]
}

const ALL = 'SELECT id, name, removed_at FROM team_member ORDER BY created_at, id'
const FIND = 'SELECT id, name, removed_at FROM team_member WHERE id = ?'
const FIRST = 'SELECT id FROM team_member WHERE removed_at IS NULL ORDER BY created_at, id LIMIT 1'
const ADD = 'INSERT INTO team_member (id, name, created_at, updated_at) VALUES (?, ?, ?, ?)'
const RENAME = 'UPDATE team_member SET name = ?, updated_at = ? WHERE id = ?'
const REMOVE = 'UPDATE team_member SET removed_at = ?, updated_at = ? WHERE id = ?'
const GROUPS = 'SELECT member_id, name FROM team_group ORDER BY member_id, name'
const GROUPS_OF = 'SELECT name FROM team_group WHERE member_id = ? ORDER BY name'
const CLEAR_GROUPS = 'DELETE FROM team_group WHERE member_id = ?'
const ADD_GROUP = 'INSERT INTO team_group (member_id, name) VALUES (?, ?)'
const RELEASE = `
  UPDATE conversation_state SET assignee_id = NULL, updated_at = ? WHERE assignee_id = ?
  RETURNING account_id, conversation_id`

/** The first member is made when there is none, so that “Mine” has an owner from the first start on. */
export function openTeam(db: Database, settings: SettingsStore, clock: Clock): Team {
  if (db.get(FIRST) === undefined) {
    db.write((tx) => void tx.run(ADD, uuidv7(), 'Me', clock.now(), clock.now()))
  }
  return {
    me() {
      const chosen = settings.all()[ME]
      const member = typeof chosen === 'string' ? db.get<StoredMember>(FIND, chosen) : undefined
      if (member?.removed_at === null) return member.id
      return db.get<{ id: string }>(FIRST)?.id ?? ''
    },
    find: (id) => findMember(db, id),
    members: () => db.all<StoredMember>(ALL),
    groupsOf: (id) => db.all<{ name: string }>(GROUPS_OF, id).map(({ name }) => name)
  }
}

function findMember(db: ReadDb, id: string): StoredMember {
  const member = db.get<StoredMember>(FIND, id)
  if (!member || member.removed_at !== null) throw new AppError('not-found', 'This person is not in the team any more.')
  return member
}

export function isInTeam(db: ReadDb, id: string): boolean {
  return db.get<StoredMember>(FIND, id)?.removed_at === null
}

export function teamQueries(db: ReadDb, team: Team): { 'team.list': QueryDefinition<'team.list'> } {
  return {
    'team.list': {
      topics: () => ['team', 'settings'],
      rows: () => {
        const me = team.me()
        const groups = Map.groupBy(db.all<{ member_id: string; name: string }>(GROUPS), (row) => row.member_id)
        return team.members().map(({ id, name, removed_at: removed }): MemberRow => ({
          id,
          name,
          me: id === me,
          left: removed !== null,
          groups: groups.get(id)?.map((row) => row.name) ?? []
        }))
      }
    }
  }
}

export function teamCommands({
  team,
  settings,
  clock
}: {
  readonly team: Team
  readonly settings: SettingsStore
  readonly clock: Clock
}): {
  'team.add': CommandDefinition<'team.add'>
  'team.rename': CommandDefinition<'team.rename'>
  'team.setGroups': CommandDefinition<'team.setGroups'>
  'team.remove': CommandDefinition<'team.remove'>
  'team.setMe': CommandDefinition<'team.setMe'>
} {
  return {
    'team.add': {
      kind: 'transaction',
      run(db, { name }) {
        checkName(team, name, null)
        const id = uuidv7()
        db.run(ADD, id, name, clock.now(), clock.now())
        db.touch('team')
        return { member: id }
      }
    },
    'team.rename': {
      kind: 'transaction',
      run(db, { member, name }) {
        team.find(member)
        checkName(team, name, member)
        db.run(RENAME, name, clock.now(), member)
        db.touch('team')
        return null
      }
    },
    'team.setGroups': {
      kind: 'transaction',
      run(db, { member, groups }) {
        team.find(member)
        db.run(CLEAR_GROUPS, member)
        const unique = groups.filter((name, at) => groups.findIndex((other) => sameName(other, name)) === at)
        for (const name of unique) db.run(ADD_GROUP, member, name)
        db.touch('team')
        return null
      }
    },
    'team.remove': {
      kind: 'transaction',
      run(db, { member }) {
        const { name } = team.find(member)
        if (member === team.me()) {
          throw new AppError('not-allowed', 'You sit at this desk. Say who else does before you leave the team.')
        }
        db.run(REMOVE, clock.now(), clock.now(), member)
        const states = releaseConversations(db, member, clock.now())
        keepUndo(db, `Removed ${name} from the team`, { member, states }, clock.now())
        db.touch('team')
        return null
      }
    },
    'team.setMe': {
      kind: 'transaction',
      run(db, { member }) {
        team.find(member)
        settings.set(ME, member)
        db.touch('team')
        db.touch('settings')
        db.touch('inbox')
        return null
      }
    }
  }
}

/** A mention by name must mean one person. */
function checkName(team: Team, name: string, except: string | null): void {
  const taken = team
    .members()
    .some((other) => other.removed_at === null && other.id !== except && sameName(other.name, name))
  if (taken) throw new AppError('conflict', 'There is a “{name}” in the team already. Choose another name.', { name })
}

export function sameName(a: string, b: string): boolean {
  return a.normalize('NFC').toLocaleLowerCase() === b.normalize('NFC').toLocaleLowerCase()
}

/** Somebody who left is back; a name that was taken meanwhile gets a number. */
export function restoreMember(db: WriteDb, id: string, now: number): void {
  const members = db.all<StoredMember>(ALL)
  const member = members.find((one) => one.id === id)
  if (!member) return
  const taken = (wanted: string): boolean =>
    members.some((other) => other.removed_at === null && sameName(other.name, wanted))
  let { name } = member
  for (let copy = 2; taken(name); copy += 1) name = `${member.name.slice(0, MAX_MEMBER_NAME - 5)} (${copy})`
  db.run(RENAME, name, now, id)
  db.run(REMOVE, null, now, id)
  db.touch('team')
  db.touch('inbox')
}

interface ReleasedRow {
  readonly account_id: string
  readonly conversation_id: string
}

/** What somebody who has left had to do is nobody's now, and is seen under Unassigned. @returns what to go back to */
function releaseConversations(db: WriteDb, member: string, now: number): StateBefore[] {
  const released = db
    .all<ReleasedRow>(RELEASE, now, member)
    .map((row) => conversationKey(row.account_id, row.conversation_id))
  for (const conversation of released) db.touch(`thread:${conversation}`)
  db.run('UPDATE inbox_entry SET assignee_id = NULL WHERE assignee_id = ?', member)
  db.touch('inbox')
  return released.map((conversation) => ({ conversation, assignee: member }))
}
