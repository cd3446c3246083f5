import { Button } from '@mantine/core'
import { type RefObject, useState } from 'react'
import type { FeedbackFilter } from '../../../../../shared/contract/feedback-commands.ts'
import type { ThemeRow } from '../../../../../shared/contract/feedback-rows.ts'
import { useCommand } from '../../../core/use-command.ts'
import { t } from '../../../i18n/t.ts'
import type { ActionId } from '../../../keyboard/actions.ts'
import { useAction, useRunAction } from '../../../keyboard/KeyboardProvider.tsx'
import { useUndoNotice } from '../../../shell/UndoNotice/use-undo-notice.tsx'
import { ActionTip } from '../../../ui/ActionButton/ActionTip.tsx'
import { plainText } from '../../../ui/plain-text.ts'
import classes from './BoardView.module.css'
import { MergeTheme } from './MergeTheme.tsx'
import { QuoteList } from './QuoteList.tsx'
import { RenameTheme } from './RenameTheme.tsx'
import { ThemeHistory } from './ThemeHistory.tsx'

export interface ThemePaneProps {
  /** Null: all of them. */
  readonly theme: ThemeRow | null
  readonly others: readonly ThemeRow[]
  readonly filter: FeedbackFilter
  readonly quotes: RefObject<HTMLDivElement | null>
  readonly onTheme: (theme: string) => void
  /** Back to the themes. */
  readonly onLeave: () => void
}

/** A theme: what can be done with it, and what customers said of it. */
export function ThemePane({ theme, others, filter, quotes, onTheme, onLeave }: ThemePaneProps) {
  const name = theme === null ? t('All themes') : plainText(theme.name)
  return (
    <div className={classes.pane} role="region" aria-label={name}>
      <div className={classes.title}>
        <h3 className={classes.theme}>
          <bdi>{name}</bdi>
        </h3>
        {theme === null ? null : <ThemeActions theme={theme} others={others} onTheme={onTheme} />}
      </div>
      {theme === null || theme.formerly.length === 0 ? null : (
        <p className={classes.formerly}>
          <bdi>
            {t('also found by: {names}', { names: theme.formerly.map(plainText).join(t(', ||between parts')) })}
          </bdi>
        </p>
      )}
      <QuoteList list={quotes} filter={filter} theme={theme?.id ?? null} onLeave={onLeave} />
    </div>
  )
}

type ThemeActionsProps = Pick<ThemePaneProps, 'others' | 'onTheme'> & { readonly theme: ThemeRow }

function ThemeActions({ theme, others, onTheme }: ThemeActionsProps) {
  const run = useCommand()
  const tell = useUndoNotice()
  const [asked, setAsked] = useState<'rename' | 'merge' | 'history' | null>(null)
  const { id, retired } = theme
  const name = plainText(theme.name)

  async function retire(): Promise<void> {
    if ((await run('feedback.retireTheme', { theme: id, retired: !retired })) === null) return
    tell(retired ? t('{name} is offered again', { name }) : t('{name} is not offered any more', { name }))
  }

  useAction('feedback.rename', () => setAsked('rename'))
  useAction('feedback.merge', () => setAsked('merge'), others.length > 0)
  useAction('feedback.retire', () => void retire())
  useAction('feedback.history', () => setAsked('history'))
  const close = (): void => setAsked(null)
  return (
    <>
      {retired ? <span className={classes.state}>{t('retired')}</span> : null}
      <span className={classes.gap} />
      <ThemeButton action="feedback.rename">{t('Rename…')}</ThemeButton>
      {others.length === 0 ? null : <ThemeButton action="feedback.merge">{t('Merge…')}</ThemeButton>}
      <ThemeButton action="feedback.retire">{retired ? t('Bring back') : t('Retire')}</ThemeButton>
      <ThemeButton action="feedback.history">{t('History')}</ThemeButton>
      {asked === 'rename' ? <RenameTheme theme={theme} onClose={close} /> : null}
      {asked === 'merge' ? <MergeTheme theme={theme} others={others} onMerged={onTheme} onClose={close} /> : null}
      {asked === 'history' ? <ThemeHistory theme={theme} onClose={close} /> : null}
    </>
  )
}

function ThemeButton({ action, children }: { readonly action: ActionId; readonly children: string }) {
  const run = useRunAction()
  return (
    <ActionTip action={action}>
      <Button size="compact-sm" variant="default" onClick={() => run(action)}>
        {children}
      </Button>
    </ActionTip>
  )
}
