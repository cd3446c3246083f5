import { Button, NativeSelect, NumberInput, TextInput } from '@mantine/core'
import { type FormEvent, type KeyboardEvent, useEffect, useRef, useState } from 'react'
import type { SurveyRow } from '../../../../../shared/contract/survey-rows.ts'
import { surveyKinds } from '../../../../../shared/domain/survey/survey.ts'
import {
  MAX_EVERY_DAYS,
  MAX_SURVEY_NAME,
  MAX_WINDOW_HOURS,
  onResolveChoices
} from '../../../../../shared/domain/survey/survey-settings.ts'
import { useCore } from '../../../core/core-context.ts'
import { errorWords } from '../../../core/error-words.ts'
import { t } from '../../../i18n/t.ts'
import { useTeam } from '../../team/use-team.ts'
import { changedKind, emptyForm, formOf, type SurveyFormValues, toSettings } from '../survey-form.ts'
import { kindWords, onResolveWords } from '../survey-words.ts'
import { SurveyTexts } from './SurveyTexts.tsx'
import classes from './SurveySettings.module.css'

export interface SurveyFormProps {
  /** Null for a new one. */
  readonly survey: SurveyRow | null
  readonly onDone: () => void
}

/** Everything about a survey. What the core refuses stays, with the reason. */
export function SurveyForm({ survey, onDone }: SurveyFormProps) {
  const { client } = useCore()
  const groups = [...new Set([...useTeam().values()].flatMap((member) => member.groups))].toSorted()
  const [form, setForm] = useState<SurveyFormValues>(() => (survey === null ? emptyForm() : formOf(survey)))
  const [problem, setProblem] = useState<string | null>(null)
  const field = useRef<HTMLInputElement>(null)
  useEffect(() => field.current?.focus(), [])
  const set = (change: Partial<SurveyFormValues>): void => {
    setForm((before) => ({ ...before, ...change }))
    setProblem(null)
  }

  async function save(event: FormEvent): Promise<void> {
    event.preventDefault()
    try {
      await client.run('surveys.save', { survey: survey?.id ?? null, settings: toSettings(form) })
      onDone()
    } catch (error) {
      setProblem(errorWords(error))
    }
  }

  function press(event: KeyboardEvent): void {
    if (event.key !== 'Escape' || event.nativeEvent.isComposing) return
    event.preventDefault()
    event.stopPropagation()
    onDone()
  }

  return (
    <form className={classes.form} noValidate onSubmit={(event) => void save(event)} onKeyDown={press}>
      <div className={classes.fields}>
        <TextInput
          className={classes.field}
          size="xs"
          ref={field}
          label={t('Name')}
          dir="auto"
          maxLength={MAX_SURVEY_NAME}
          value={form.name}
          onChange={(event) => set({ name: event.currentTarget.value })}
        />
        <NativeSelect
          size="xs"
          label={t('It asks for')}
          disabled={survey !== null && survey.asked > 0}
          value={form.kind}
          data={surveyKinds.map((value) => ({ value, label: t(kindWords[value]) }))}
          onChange={(event) => {
            const kind = surveyKinds.find((one) => one === event.currentTarget.value) ?? 'csat'
            set(changedKind(form, kind))
          }}
        />
      </div>
      <SurveyTexts texts={form.texts} onChange={(texts) => set({ texts })} />
      <div className={classes.fields}>
        <NativeSelect
          size="xs"
          label={t('When a conversation is resolved')}
          value={form.onResolve}
          data={onResolveChoices.map((value) => ({ value, label: t(onResolveWords[value]) }))}
          onChange={(event) =>
            set({ onResolve: onResolveChoices.find((one) => one === event.currentTarget.value) ?? 'off' })
          }
        />
        <NativeSelect
          size="xs"
          label={t('Who sends it')}
          value={form.team ?? ''}
          data={[
            { value: '', label: t('Everyone') },
            ...[...new Set([...groups, ...(form.team === null ? [] : [form.team])])].map((name) => ({
              value: name,
              label: name
            }))
          ]}
          onChange={(event) => set({ team: event.currentTarget.value === '' ? null : event.currentTarget.value })}
        />
        <NumberInput
          size="xs"
          w={150}
          label={t('Days between two')}
          allowDecimal={false}
          allowNegative={false}
          min={1}
          max={MAX_EVERY_DAYS}
          clampBehavior="none"
          hideControls
          value={form.everyDays}
          onChange={(everyDays) => set({ everyDays })}
        />
        <NumberInput
          size="xs"
          w={150}
          label={t('Hours to answer')}
          allowDecimal={false}
          allowNegative={false}
          min={1}
          max={MAX_WINDOW_HOURS}
          clampBehavior="none"
          hideControls
          value={form.windowHours}
          onChange={(windowHours) => set({ windowHours })}
        />
      </div>
      {form.onResolve === 'automatic' ? (
        <p className={classes.hint}>
          {t(
            'It goes out ten seconds after, so that undo takes it back, to customers who wrote and were not asked lately. Who is resolved by the dozen is not asked.'
          )}
        </p>
      ) : null}
      {problem === null ? null : (
        <p className={classes.problem} role="alert">
          {problem}
        </p>
      )}
      <div className={classes.buttons}>
        <Button type="submit">{survey === null ? t('Add') : t('Save')}</Button>
        <Button variant="default" onClick={onDone}>
          {t('Cancel')}
        </Button>
      </div>
    </form>
  )
}
