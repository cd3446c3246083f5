import { stored, t } from '../../../i18n/t.ts'
import { Button } from '@mantine/core'
import { useState } from 'react'
import { rulesProblem, type ScreeningRules } from '../../../../../shared/domain/screening.ts'
import { useCommand } from '../../../core/use-command.ts'
import { useRow } from '../../../core/use-query.ts'
import { useUndoNotice } from '../../../shell/UndoNotice/use-undo-notice.tsx'
import { AudienceChoice } from './AudienceChoice.tsx'
import { KeywordLines } from './KeywordLines.tsx'
import { PeopleList } from './PeopleList.tsx'
import classes from './ScreeningSettings.module.css'
import { usePreview } from './use-preview.ts'

/** Who reaches the inbox: rules that hold when they are applied, and lists that hold at once. */
export function ScreeningSettings() {
  const row = useRow('screening.rules', {})
  const [draft, setDraft] = useState<ScreeningRules | null>(null)
  const [tried, setTried] = useState(false)
  const run = useCommand()
  const tell = useUndoNotice()
  const problem = draft === null || row === null ? null : rulesProblem(draft, row.allowed)
  const preview = usePreview(problem === null ? draft : null)
  if (row === null) return null
  const rules = draft ?? row.rules

  function change(next: ScreeningRules): void {
    setDraft(JSON.stringify(next) === JSON.stringify(row?.rules) ? null : next)
  }

  async function apply(): Promise<void> {
    setTried(true)
    if (draft === null || problem !== null) return
    if (await run('screening.setRules', { ...draft, keywords: [...draft.keywords] })) {
      setDraft(null)
      setTried(false)
      tell(t('Changed who reaches you'))
    }
  }

  return (
    <form
      className={classes.root}
      onSubmit={(event) => {
        event.preventDefault()
        void apply()
      }}
    >
      <AudienceChoice rules={rules} connections={row.connections} onChange={change} />
      <KeywordLines keywords={rules.keywords} onChange={(keywords) => change({ ...rules, keywords })} />
      {tried && problem !== null ? (
        <p className={classes.problem} role="alert">
          {stored(problem)}
        </p>
      ) : null}
      <div className={classes.foot}>
        <p className={classes.preview} role="status">
          {row.applying === null
            ? preview
            : t('Being applied to what is here: {part, number, percent}', { part: row.applying })}
        </p>
        <Button variant="default" disabled={draft === null} onClick={() => (setDraft(null), setTried(false))}>
          {t('Discard')}
        </Button>
        <Button type="submit" disabled={draft === null}>
          {t('Apply')}
        </Button>
      </div>
      <PeopleList list="allowed" count={row.allowed} />
      <PeopleList list="held" count={row.held} />
    </form>
  )
}
