import { IconQuote } from '@tabler/icons-react'
import { useRef } from 'react'
import { t } from '../../../i18n/t.ts'
import { actionTitle } from '../../../keyboard/actions.ts'
import { EmptyState } from '../../../ui/EmptyState/EmptyState.tsx'
import { ActionKeys } from '../../../ui/Keys/ActionKeys.tsx'
import { useLandingFocus } from '../../../ui/use-landing-focus.ts'
import { useBoardChoice } from '../use-board-choice.ts'
import { Board } from './Board.tsx'
import classes from './BoardView.module.css'

/** What customers say of the product: themes with counts, and their own words. */
export function BoardView() {
  const { choice, filter, empty, problem, change } = useBoardChoice()
  const place = useRef<HTMLElement>(null)
  useLandingFocus(place, () => place.current?.focus(), filter === null ? 'nothing' : 'board')
  return (
    <section ref={place} className={classes.root} aria-label={t('Feedback')} tabIndex={-1}>
      {filter === null ? (
        <header className={classes.header}>
          <h2 className={classes.heading}>{t('Feedback')}</h2>
        </header>
      ) : (
        <Board place={place} choice={choice} filter={filter} onChange={change} />
      )}
      {problem === null ? null : (
        <p className={classes.problem} role="alert">
          {problem}
        </p>
      )}
      {empty ? (
        <EmptyState icon={<IconQuote size={32} stroke={1.5} />} title={t('Nothing is tagged yet')}>
          <p className={classes.how}>
            {t(
              'Select words of a message and tag them with a theme; by key, choose the message first. What customers say is counted here.'
            )}
          </p>
          {(['message.choose', 'message.feedback'] as const).map((id) => (
            <span key={id} className={classes.hint}>
              {actionTitle(id)} <ActionKeys action={id} />
            </span>
          ))}
        </EmptyState>
      ) : null}
    </section>
  )
}
