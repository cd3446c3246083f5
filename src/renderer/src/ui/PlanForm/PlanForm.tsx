import { Button } from '@mantine/core'
import { IconAlertTriangle } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { t } from '../../i18n/t.ts'
import classes from './PlanForm.module.css'

export interface PlanFormProps {
  /** What is wrong with it, in one sentence; null when it can be saved. */
  readonly problem: string | null
  readonly changed: boolean
  readonly onDiscard: () => void
  readonly onSave: () => void
  readonly children: ReactNode
}

/** A plan that holds when it is saved, as a whole: what is half changed does nothing yet. */
export function PlanForm({ problem, changed, onDiscard, onSave, children }: PlanFormProps) {
  const savable = changed && problem === null
  return (
    <form
      className={classes.form}
      onSubmit={(event) => {
        event.preventDefault()
        if (savable) onSave()
      }}
    >
      {children}
      <div className={classes.foot}>
        <p className={classes.problem} role="status">
          {problem === null ? null : (
            <>
              <IconAlertTriangle size={15} aria-hidden="true" /> {problem}
            </>
          )}
          {savable ? <span className={classes.hint}>{t('Not saved yet.')}</span> : null}
        </p>
        <Button variant="default" disabled={!changed} onClick={onDiscard}>
          {t('Discard changes')}
        </Button>
        <Button type="submit" disabled={!savable}>
          {t('Save')}
        </Button>
      </div>
    </form>
  )
}

/** The name of a part of a plan, and what it is for. */
export function PlanTitle({ children, hint }: { readonly children: string; readonly hint?: string }) {
  return (
    <>
      <h3 className={classes.title}>{children}</h3>
      {hint === undefined ? null : <p className={classes.hint}>{hint}</p>}
    </>
  )
}
