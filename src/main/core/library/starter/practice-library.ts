import { templateFragments } from '../../../../shared/domain/library/template/questions.ts'
import type { Database, WriteDb } from '../../db/database.ts'
import type { Clock, SettingsStore } from '../../deps.ts'
import { dropUnusedTags } from '../../tags/tags.ts'
import type { Team } from '../../team/team.ts'
import { changeRecord } from '../reply-record.ts'
import type { Shelf, ShelvedReply } from '../shelf.ts'
import { addStarter } from './add-starter.ts'
import { contentOfStarter, starterLibrary } from './starter-library.ts'

/** Set when practice was given its replies: who deletes them does not get them again. */
const GIVEN = 'library.practiceStarter'

/** The canned replies of the practice workspace: there from its first start on, gone with it. */
export interface PracticeLibrary {
  /** Practice is open. Gives it the starter replies, once. */
  opened(): void
  /** In the transaction that takes the practice account away: what was not changed must not reach real customers. */
  ended(tx: WriteDb): void
}

export function createPracticeLibrary({
  db,
  clock,
  settings,
  team,
  shelf
}: {
  readonly db: Database
  readonly clock: Pick<Clock, 'now'>
  readonly settings: SettingsStore
  readonly team: Pick<Team, 'me' | 'members'>
  readonly shelf: Shelf
}): PracticeLibrary {
  return {
    opened() {
      if (settings.all()[GIVEN] === true) return
      const first = team.members().find((member) => member.removed_at === null)
      const writer = { author: first?.id ?? team.me(), now: clock.now() }
      db.write((tx) => void addStarter(tx, { shelf, writer, approved: true }))
      // After the commit: when it is lost between the two, the shortcuts are taken and nothing is there twice.
      settings.set(GIVEN, true)
    },
    ended(tx) {
      const replies = [...shelf.read(tx).replies.values()]
      const unchanged = replies.filter(isUnchanged)
      const needed = new Set(replies.filter((reply) => !unchanged.includes(reply)).flatMap(fragmentsIn))
      const gone = unchanged.filter(({ newestVersion: { content } }) => !needed.has(content.shortcut ?? ''))
      for (const reply of gone) changeRecord(tx, reply, { deletedAt: clock.now() }, clock.now())
      dropUnusedTags(tx, new Set(gone.flatMap(givenTags)), clock.now())
    }
  }
}

const starters = new Map(
  starterLibrary.map((starter) => [starter.shortcut, wordsOf(contentOfStarter(starter, (name) => name))])
)

/** Its words are those of the starter library; where it stands makes no difference. */
function isUnchanged({ newestVersion: { content } }: ShelvedReply): boolean {
  return content.shortcut !== null && starters.get(content.shortcut) === wordsOf(content)
}

function wordsOf({ title, body, variants }: ShelvedReply['newestVersion']['content']): string {
  return JSON.stringify([title, body, variants.map((variant) => [variant.language, variant.body])])
}

function givenTags({ newestVersion: { content } }: ShelvedReply): string[] {
  return content.actions.flatMap((action) => (action.kind === 'tag' ? [action.tag] : []))
}

function fragmentsIn({ newestVersion: { content } }: ShelvedReply): string[] {
  return [content.body, ...content.variants.map((variant) => variant.body)].flatMap(templateFragments)
}
