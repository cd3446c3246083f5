import { AppError } from '../../../../shared/contract/errors.ts'
import type { ParsedCommandInput } from '../../../../shared/contract/commands.ts'
import type { CommandDefinition } from '../../commands/command-definition.ts'
import { keepUndo } from '../../commands/undo.ts'
import type { WriteDb } from '../../db/database.ts'
import type { LibraryParts } from '../library-parts.ts'
import { findRecord } from '../reply-record.ts'
import { contentOf, saveVersion } from '../save-reply.ts'
import { fixLabels } from '../undo-labels.ts'
import { isOnceIn, wordsAround } from './queries.ts'
import * as library from '../sql.ts'
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
        const { from, to, put, language } = fix
        const text = textOf(db, fix)
        const content = contentOf(db, record.newest)
        const newest = textsOf(content).find((one) => one.language === language)?.text
        const words = wordsAround(text, from, to)
        if (newest === undefined || !isOnceIn(newest, words)) {
          throw new AppError(
            'conflict',
            'The draft of this canned reply does not have these words any more. Open it and change it by hand.'
          )
        }
        // The words lie elsewhere in a draft that was changed before them.
        const moved = newest.indexOf(words) - Math.max(0, from - 24)
        const changed = newest.slice(0, from + moved) + put + newest.slice(to + moved)
        const by = { author: team.me(), now: clock.now() }
        return { version: saveVersion(db, record, withText(content, language, changed), by) }
      }
    },
    'library.declineFix': {
      kind: 'transaction',
      run(db, fix) {
        const record = findRecord(db, fix.reply, team.me())
        const declined = { reply: fix.reply, words: wordsAround(textOf(db, fix), fix.from, fix.to), put: fix.put }
        db.run(sql.DECLINE, declined.reply, declined.words, declined.put, team.me(), clock.now())
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
  readonly declinedFix: { readonly reply: string; readonly words: string; readonly put: string }
}

export function undoDeclinedFix(db: WriteDb, { reply, words, put }: DeclinedFixBefore['declinedFix']): void {
  db.run(sql.PROPOSE_AGAIN, reply, words, put)
  db.touch('library-uses')
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
