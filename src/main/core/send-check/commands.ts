import { v7 as uuidv7 } from 'uuid'
import { AppError } from '../../../shared/contract/errors.ts'
import type { CommandDefinition } from '../commands/command-definition.ts'
import type { Database } from '../db/database.ts'
import type { Clock } from '../deps.ts'
import type { LanguageSource } from './language-source.ts'
import { readVoice } from './levels.ts'
import { DROP_WORD, PUT_WORD, SET_LEVEL } from './sql.ts'

export function sendCheckCommands(parts: { db: Database; clock: Clock; languages: LanguageSource }): {
  'sendCheck.setLevel': CommandDefinition<'sendCheck.setLevel'>
  'sendCheck.saveWord': CommandDefinition<'sendCheck.saveWord'>
  'sendCheck.removeWord': CommandDefinition<'sendCheck.removeWord'>
} {
  const { clock, languages } = parts
  return {
    'sendCheck.setLevel': {
      kind: 'task',
      async run({ rule, level }) {
        // From here on replies are stopped by it: it must be able to.
        if (rule === 'language' && level === 'block') await languages.load()
        parts.db.writeDurably((db) => {
          db.run(SET_LEVEL, rule, level, clock.now())
          db.touch('send-check')
        })
        return null
      }
    },
    'sendCheck.saveWord': {
      kind: 'transaction',
      run(db, { word: id, text, instead, why }) {
        const same = readVoice(db).find((each) => each.id !== id && sameWord(each.word, text))
        if (same)
          throw new AppError('conflict', '“{word}” is on the list already. Change that entry instead.', {
            word: same.word
          })
        const saved = id ?? uuidv7()
        db.run(PUT_WORD, saved, text, instead, why, clock.now())
        db.touch('send-check')
        return { word: saved }
      }
    },
    'sendCheck.removeWord': {
      kind: 'transaction',
      run(db, { word }) {
        if (db.run(DROP_WORD, word).changes === 0) {
          throw new AppError('not-found', 'This word is not on the list any more.')
        }
        db.touch('send-check')
        return null
      }
    }
  }
}

function sameWord(first: string, second: string): boolean {
  return first.normalize('NFC').toLowerCase() === second.normalize('NFC').toLowerCase()
}
