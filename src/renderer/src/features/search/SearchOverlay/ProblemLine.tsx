import { UnstyledButton } from '@mantine/core'
import type { SearchProblem } from '../../../../../shared/domain/search/search-problem.ts'
import { rich } from '../../../i18n/t.ts'
import { searchProblemWords } from '../search-problem-words.ts'
import classes from './SearchOverlay.module.css'

export interface ProblemLineProps {
  readonly problems: readonly SearchProblem[]
  readonly onMend: (from: number, to: number, by: string) => void
}

/** What is wrong in the search, and a button for what was probably meant. The rest of the search still holds. */
export function ProblemLine({ problems, onMend }: ProblemLineProps) {
  const [problem] = problems
  return (
    <div id="search-problem" className={classes.problem} role="status" hidden={problem === undefined}>
      {problem === undefined ? null : (
        <>
          <span>{searchProblemWords(problem)}</span>
          {problem.replacement === null ? null : (
            <UnstyledButton
              className={classes.mend}
              onClick={() => onMend(problem.from, problem.to, problem.replacement ?? '')}
            >
              {rich('Use <b>{term}</b>', { b: (inside) => <b>{inside}</b> }, { term: problem.replacement })}
            </UnstyledButton>
          )}
        </>
      )}
    </div>
  )
}
