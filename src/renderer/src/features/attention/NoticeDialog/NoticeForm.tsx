import { Checkbox, Switch } from '@mantine/core'
import { type NoticePlan, noticePlanProblem } from '../../../../../shared/domain/notice-plan.ts'
import { t } from '../../../i18n/t.ts'
import { unreadableHoursWords } from '../../../ui/HoursFields/day-names.ts'
import { formatHours, parseHours } from '../../../ui/HoursFields/hours-text.ts'
import { HoursFields } from '../../../ui/HoursFields/HoursFields.tsx'
import { PlanForm, PlanTitle } from '../../../ui/PlanForm/PlanForm.tsx'
import { noticeProblemWords } from '../notice-words.ts'
import { RuleList } from './RuleList.tsx'

export interface NoticeFormProps {
  readonly plan: NoticePlan
  /** Hours as they are typed; null while nobody has changed them. */
  readonly dayTexts: readonly string[] | null
  readonly changed: boolean
  readonly onChange: (plan: NoticePlan) => void
  readonly onDayTexts: (texts: readonly string[]) => void
  readonly onDiscard: () => void
  readonly onSave: (plan: NoticePlan) => Promise<void>
}

/** Rules and hours. They hold when they are saved. */
export function NoticeForm({ plan, dayTexts, changed, onChange, onDayTexts, onDiscard, onSave }: NoticeFormProps) {
  const texts = dayTexts ?? plan.hours.days.map(formatHours)
  const days = texts.map(parseHours)
  const unreadable = plan.hours.on ? days.indexOf(null) : -1
  const read: NoticePlan = { ...plan, hours: { ...plan.hours, days: days.map((day) => day ?? []) } }
  const problem = unreadable < 0 ? noticePlanProblem(read) : null
  const words =
    unreadable >= 0 ? unreadableHoursWords(unreadable) : problem === null ? null : noticeProblemWords(problem, read)
  const setHours = (hours: Partial<NoticePlan['hours']>): void =>
    onChange({ ...plan, hours: { ...plan.hours, ...hours } })

  return (
    <PlanForm problem={words} changed={changed} onDiscard={onDiscard} onSave={() => void onSave(read)}>
      <PlanTitle
        hint={t('The first one that fits decides. What none fits is told, but for requests that were not let in.')}
      >
        {t('Rules')}
      </PlanTitle>
      <RuleList plan={plan} onChange={onChange} />
      <PlanTitle>{t('Quiet hours')}</PlanTitle>
      <Switch
        label={t('Tell me only during these hours')}
        description={t('What comes outside of them is told afterwards, in one notification.')}
        checked={plan.hours.on}
        onChange={(event) => setHours({ on: event.currentTarget.checked })}
      />
      {plan.hours.on ? (
        <>
          <HoursFields
            zone={plan.hours.zone}
            dayTexts={texts}
            wrongDay={unreadable >= 0 ? unreadable : problem !== null && 'day' in problem ? problem.day : null}
            onZone={(zone) => setHours({ zone })}
            onDayTexts={onDayTexts}
          />
          <Checkbox
            label={t('Let urgent conversations through')}
            checked={plan.hours.urgent}
            onChange={(event) => setHours({ urgent: event.currentTarget.checked })}
          />
        </>
      ) : null}
    </PlanForm>
  )
}
