import { AppError } from '../../../../shared/contract/errors.ts'
import type { ParsedCommandInput } from '../../../../shared/contract/commands.ts'
import type { CommandDefinition } from '../../commands/command-definition.ts'
import { keepUndo } from '../../commands/undo.ts'
import type { WriteDb } from '../../db/database.ts'
import type { LibraryParts } from '../library-parts.ts'
import { findRecord, type ReplyRecord } from '../reply-record.ts'
import { contentOf, saveVersion } from '../save-reply.ts'
import { fixLabels } from '../undo-labels.ts'
import * as library from '../sql.ts'
import { wordsAround } from './fix-place.ts'
import { fixedText, type Proposal, proposalOf, readCustomersOf } from './fixes.ts'
import * as sql from './sql.ts'
import { textsOf, withText } from './templates.ts'

type FixInput = ParsedCommandInput<'library.takeFix'>

/** A change that agents keep making: into the draft with it, or never again. */
export function fixCommands({ clock, team }: Pick<LibraryParts, 'clock' | 'team'>): {
  'library.takeFix': CommandDefinition<'library.takeFix'>
  'library.declineFix': CommandDefinition<'library.declineFix'>
} {
  return {
    'library.takeFix': {
      kind: 'transaction',
      run(db, fix) {
        const record = findRecord(db, fix.reply, team.me())
        const proposal = proposed(db, record, fix)
        if (proposal === null) {
          throw new AppError(
            'conflict',
            'This change is not proposed any more: the canned reply, or what was sent, has changed meanwhile. Open the reply and change it by hand.'
          )
        }
        const content = withText(contentOf(db, record.newest), fix.language, fixedText(proposal, fix))
        return { version: saveVersion(db, record, content, { author: team.me(), now: clock.now() }) }
      }
    },
    'library.declineFix': {
      kind: 'transaction',
      run(db, fix) {
        const record = findRecord(db, fix.reply, team.me())
        const { reply, language, put } = fix
        const declined = { reply, language, words: wordsAround(textOf(db, fix), fix), put }
        db.run(sql.DECLINE, reply, language, declined.words, put, team.me(), clock.now())
        db.touch('library-uses')
        const label = fixLabels.declined(contentOf(db, record.newest).title)
        keepUndo(db, label, { declinedFix: declined }, clock.now())
        return null
      }
    }
  }
}

/** A change to be proposed again. */
export interface DeclinedFixBefore {
  readonly declinedFix: {
    readonly reply: string
    /** Missing in entries from before each language was declined by itself. */
    readonly language?: string
    readonly words: string
    readonly put: string
  }
}

export function undoDeclinedFix(
  db: WriteDb,
  { reply, language = '', words, put }: DeclinedFixBefore['declinedFix']
): void {
  db.run(sql.PROPOSE_AGAIN, reply, language, words, put)
  db.touch('library-uses')
}

/** What the window showed may be over: it is looked at again. */
function proposed(db: WriteDb, record: ReplyRecord, fix: FixInput): Proposal | null {
  if (record.approved !== fix.version || record.retiredAt !== null) return null
  const approved = contentOf(db, record.approved)
  const newest = record.newest === record.approved ? approved : contentOf(db, record.newest)
  const fixable = { reply: record.id, version: record.approved, approved, newest }
  return proposalOf(db, fixable, fix, (version) => readCustomersOf(db, version))
}

/** The text of the version that the change is about. */
function textOf(db: WriteDb, { reply, version, language, from, to }: FixInput): string {
  const known = db.get<library.VersionHead>(library.VERSION, version)?.reply_id === reply
  const text = !known ? undefined : textsOf(contentOf(db, version)).find((one) => one.language === language)?.text
  if (text === undefined || from > to || to > text.length) {
    throw new AppError('not-found', 'This version is not kept any more. Choose another one.')
  }
  return text
}
