import type { ThemeRow } from '../../../../../shared/contract/feedback-rows.ts'
import { useQuery } from '../../../core/use-query.ts'
import { t } from '../../../i18n/t.ts'
import { Dialog } from '../../../ui/Dialog/Dialog.tsx'
import { plainText } from '../../../ui/plain-text.ts'
import { RelativeTime } from '../../../ui/RelativeTime.tsx'
import { useTeam } from '../../team/use-team.ts'
import { themeChangeWords } from '../board-words.ts'
import classes from './BoardView.module.css'

export interface ThemeHistoryProps {
  readonly theme: ThemeRow
  readonly onClose: () => void
}

/** What became of a theme and of those that went into it, the newest first. */
export function ThemeHistory({ theme, onClose }: ThemeHistoryProps) {
  const { rows } = useQuery('feedback.themeChanges', { theme: theme.id })
  const team = useTeam()
  return (
    <Dialog title={t('History of {theme}', { theme: plainText(theme.name) })} size={520} onClose={onClose}>
      <ul className={classes.history} tabIndex={0} data-autofocus aria-label={t('History')}>
        {rows.map((row) => (
          <li key={row.id}>
            <span>{themeChangeWords(row)}</span>
            <span className={classes.when}>
              <bdi>{plainText(team.get(row.by)?.name ?? t('Somebody'))}</bdi> · <RelativeTime at={row.at} />
            </span>
          </li>
        ))}
      </ul>
    </Dialog>
  )
}
