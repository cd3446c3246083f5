import { UnstyledButton } from '@mantine/core'
import type { KeyboardEvent } from 'react'
import type { ScoreKind } from '../../../../../shared/domain/survey/survey.ts'
import { t } from '../../../i18n/t.ts'
import { formatCount } from '../../../ui/count.ts'
import { scoresOf } from '../survey-words.ts'
import classes from './SurveyLine.module.css'

export interface SurveyScoresProps {
  readonly kind: ScoreKind
  /** Only these are shown; null: all there are. */
  readonly likely: readonly number[] | null
  readonly current: number | null
  /** Where the keyboard begins; null: at the lowest. */
  readonly likeliest: number | null
  /** Null: it is no score. */
  readonly onDecide: (score: number | null) => void
  readonly onMore: () => void
  readonly onClose: () => void
}

/** Scores to choose from: by mouse, or arrows, digits and Enter. */
export function SurveyScores({ kind, likely, current, likeliest, onDecide, onMore, onClose }: SurveyScoresProps) {
  const scores = likely ?? scoresOf(kind)
  const first = current ?? likeliest ?? scores[0]

  function press(event: KeyboardEvent<HTMLDivElement>): void {
    if (event.nativeEvent.isComposing || event.ctrlKey || event.metaKey || event.altKey) return
    const buttons = [...event.currentTarget.querySelectorAll<HTMLElement>('button')]
    const at = buttons.findIndex((button) => button === document.activeElement)
    const step = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0
    const forward = document.documentElement.dir === 'rtl' ? -step : step
    if (step !== 0) buttons[Math.min(buttons.length - 1, Math.max(0, at + forward))]?.focus()
    else if (/^\d$/u.test(event.key)) focusScore(event.currentTarget, event.key, buttons[at]?.dataset['score'])
    else if (event.key === 'Escape') onClose()
    else return
    event.preventDefault()
    event.stopPropagation()
  }

  return (
    <div role="group" aria-label={t('Score')} className={classes.scores} onKeyDown={press}>
      {scores.map((score) => (
        <UnstyledButton
          key={score}
          className={classes.score}
          data-score={score}
          data-first={score === first || undefined}
          aria-pressed={score === current}
          onClick={() => onDecide(score)}
        >
          {formatCount(score)}
        </UnstyledButton>
      ))}
      {likely === null ? null : (
        <UnstyledButton className={classes.change} onClick={onMore}>
          {t('Another')}
        </UnstyledButton>
      )}
      <UnstyledButton className={classes.change} onClick={() => onDecide(null)}>
        {current === null ? t('Not a score') : t('Remove the score')}
      </UnstyledButton>
    </div>
  )
}

/** A digit goes to its score; after a 1, a 0 goes to 10. */
function focusScore(list: HTMLElement, digit: string, before: string | undefined): void {
  const both = before === undefined ? null : list.querySelector<HTMLElement>(`[data-score="${before}${digit}"]`)
  const one = list.querySelector<HTMLElement>(`[data-score="${digit}"]`)
  ;(both ?? one)?.focus()
}
