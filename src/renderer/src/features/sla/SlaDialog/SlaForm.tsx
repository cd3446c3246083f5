import { NumberInput, Switch } from '@mantine/core'
import type { SlaPlan } from '../../../../../shared/domain/sla.ts'
import { t } from '../../../i18n/t.ts'
import { HoursFields } from '../../../ui/HoursFields/HoursFields.tsx'
import { PlanForm, PlanTitle } from '../../../ui/PlanForm/PlanForm.tsx'
import { type PlanDraft, readDraft } from '../plan-draft.ts'
import { draftProblemWords } from '../plan-words.ts'
import { DuePreview } from './DuePreview.tsx'
import { HolidayList } from './HolidayList.tsx'
import { PolicyList } from './PolicyList.tsx'
import classes from './SlaDialog.module.css'

export interface SlaFormProps {
  readonly draft: PlanDraft
  readonly changed: boolean
  readonly onChange: (draft: PlanDraft) => void
  readonly onDiscard: () => void
  readonly onSave: (plan: SlaPlan) => Promise<void>
}

/** All of a plan. It holds when it is saved, as a whole: what is half changed promises nothing. */
export function SlaForm({ draft, changed, onChange, onDiscard, onSave }: SlaFormProps) {
  const { plan, problem } = readDraft(draft)
  const words = problem === null ? null : draftProblemWords(problem, plan)
  const setPlan = (next: SlaPlan): void => onChange({ ...draft, plan: next })

  return (
    <PlanForm problem={words} changed={changed} onDiscard={onDiscard} onSave={() => void onSave(plan)}>
      <Switch
        data-autofocus
        label={t('Count down answer times')}
        checked={draft.plan.on}
        onChange={(event) => setPlan({ ...draft.plan, on: event.currentTarget.checked })}
      />
      <PlanTitle hint={t('The first one that fits a conversation holds.')}>{t('Policies')}</PlanTitle>
      <PolicyList plan={draft.plan} onChange={setPlan} />
      <NumberInput
        className={classes.risk}
        label={t('At risk when so much open time is left')}
        description={t('Or half of the target, where that is less.')}
        suffix={t(' min')}
        min={1}
        max={1440}
        allowDecimal={false}
        allowNegative={false}
        w={280}
        value={draft.plan.riskMinutes}
        onChange={(value) => {
          if (typeof value === 'number' && value >= 1) setPlan({ ...draft.plan, riskMinutes: value })
        }}
      />
      <PlanTitle>{t('Business hours')}</PlanTitle>
      <HoursFields
        zone={draft.plan.hours.zone}
        dayTexts={draft.dayTexts}
        wrongDay={problem !== null && 'day' in problem ? problem.day : null}
        onZone={(zone) => setPlan({ ...draft.plan, hours: { ...draft.plan.hours, zone } })}
        onDayTexts={(dayTexts) => onChange({ ...draft, dayTexts })}
      />
      <PlanTitle>{t('Holidays')}</PlanTitle>
      <HolidayList plan={draft.plan} onChange={setPlan} />
      <PlanTitle>{t('What that means')}</PlanTitle>
      <DuePreview plan={words === null ? plan : null} />
    </PlanForm>
  )
}
