import type { Sentence } from '../../i18n/message.ts'
import { MAX_CODE, MIN_POOL_CODE } from './code-words.ts'
import type { PoolRemark } from './import-report.ts'

/** Why a line was left out. */
export function poolRemarkSentence({ why, detail }: PoolRemark): Sentence {
  switch (why) {
    case 'blank':
      return { pattern: 'There is no code in it.' }
    case 'too-long':
      return { pattern: 'The code has more than {most, number} characters.', values: { most: MAX_CODE } }
    case 'too-short':
      return {
        pattern: 'The code has fewer than {least, number} characters, and could not be told from a word.',
        values: { least: MIN_POOL_CODE }
      }
    case 'characters':
      return { pattern: 'The code has blanks or signs in it that no code has.' }
    case 'twice-in-file':
      return { pattern: 'The code is in the file before.' }
    case 'in-pool':
      return { pattern: 'The code is here already.' }
    case 'bad-date':
      return { pattern: '“{detail}” is no date as it was said they are written.', values: { detail } }
    case 'over':
      return { pattern: 'It ended already: {detail}.', values: { detail } }
    case 'used-up':
      return { pattern: 'The code was used.' }
    case 'not-active':
      return { pattern: 'The code is not active.' }
    case 'unreadable':
      return { pattern: 'The quotation marks in it do not fit.' }
  }
}
