import { problemSentence, type SearchProblem } from '../../../../shared/domain/search/search-problem.ts'
import { translator } from '../../i18n/language.ts'

/** What is wrong with a part of a search, in the language of this window. */
export function searchProblemWords(problem: SearchProblem): string {
  const { pattern, values } = problemSentence(problem)
  return translator().sentence(pattern, values)
}
