import { assertNever } from '../../../../../shared/assert-never.ts'
import type { TemplateProblem } from '../../../../../shared/domain/library/template/problem.ts'
import { t } from '../../../i18n/t.ts'

/** What is wrong in a body, without its place. */
function templateProblemWords({ code, detail }: Pick<TemplateProblem, 'code' | 'detail'>): string {
  switch (code) {
    case 'syntax':
      return t('“{detail}” cannot be read: a brace or a quote is missing.', { detail })
    case 'unclosed':
      return t('“{detail}” lacks its beginning or its end.', { detail })
    case 'unknown-placeholder':
      return t('There is no placeholder “{detail}”.', { detail })
    case 'wrong-case':
      return t('“{detail}” is written in small letters.', { detail })
    case 'unknown-filter':
      return t('There is no filter “{detail}”.', { detail })
    case 'unknown-tag':
      return t('“{detail}” is nothing that a canned reply can do.', { detail })
    case 'wrong-argument':
      return t('“{detail}” does not fit there.', { detail })
    case 'unknown-fragment':
      return t('There is no approved fragment “{detail}”.', { detail })
    case 'cycle':
      return t('It contains itself: {detail}', { detail })
    case 'two-cursors':
      return t('The cursor can be at one place only.')
    case 'empty':
      return t('Nothing would be left to send.')
    default:
      return assertNever(code)
  }
}

/** The same with its line: `Line 2: There is no placeholder “x”.` */
export function placedProblemWords(problem: TemplateProblem): string {
  const what = templateProblemWords(problem)
  return problem.code === 'empty' ? what : t('Line {line, number}: {what}', { line: problem.line, what })
}
