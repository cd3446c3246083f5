import { assertNever } from '../../../shared/assert-never.ts'
import type { TemplateProblem } from '../../../shared/domain/library/template/problem.ts'
import type { Sentence } from '../../../shared/i18n/message.ts'

/** Why a reply cannot be approved, with the line. The editor has words of its own, beside the text. */
export function problemSentence(title: string, { code, line, detail, instead }: TemplateProblem): Sentence {
  const values = { title, line, detail, instead: instead ?? '' }
  switch (code) {
    case 'syntax':
      return {
        pattern: '“{title}”, line {line}: “{detail}” cannot be read. Look for a missing brace or quote.',
        values
      }
    case 'unclosed':
      return { pattern: '“{title}”, line {line}: “{detail}” has no beginning or no end. Put it there.', values }
    case 'unknown-placeholder':
    case 'wrong-case':
    case 'unknown-filter':
    case 'unknown-tag':
      return instead === null
        ? { pattern: '“{title}”, line {line}: there is no “{detail}”. Take it out.', values }
        : { pattern: '“{title}”, line {line}: there is no “{detail}”. Write “{instead}”.', values }
    case 'wrong-argument':
      return { pattern: '“{title}”, line {line}: “{detail}” does not take this. Change what stands behind it.', values }
    case 'unknown-fragment':
      return {
        pattern: '“{title}”, line {line}: no approved fragment has the shortcut “{detail}”. Approve it first.',
        values
      }
    case 'cycle':
      return { pattern: '“{title}”, line {line}: it contains itself ({detail}). Break the circle.', values }
    case 'two-cursors':
      return { pattern: '“{title}”, line {line}: there is a second place for the cursor. Take one out.', values }
    case 'empty':
      return { pattern: '“{title}” says nothing. Write its text.', values }
    default:
      return assertNever(code)
  }
}
