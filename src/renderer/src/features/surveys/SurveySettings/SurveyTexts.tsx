import { ActionIcon, NativeSelect, Textarea } from '@mantine/core'
import { IconTrash } from '@tabler/icons-react'
import { MAX_SURVEY_TEXT, MAX_SURVEY_TEXTS } from '../../../../../shared/domain/survey/survey-settings.ts'
import { t } from '../../../i18n/t.ts'
import { offeredLanguages } from '../../library/editor/languages.ts'
import { compareNames, languageName } from '../../library/library-words.ts'
import type { SurveyFormValues } from '../survey-form.ts'
import classes from './SurveySettings.module.css'

export interface SurveyTextsProps {
  readonly texts: SurveyFormValues['texts']
  readonly onChange: (texts: SurveyFormValues['texts']) => void
}

/** What the survey says, by language. The first is for all customers whose language is not there. */
export function SurveyTexts({ texts, onChange }: SurveyTextsProps) {
  const taken = texts.map(({ language }) => language)
  const free = offeredLanguages(taken).toSorted((a, b) => compareNames(languageName(a), languageName(b)))
  const [first] = texts
  return (
    <fieldset className={classes.texts}>
      <legend className={classes.legend}>{t('What it says')}</legend>
      {texts.map(({ language, text }, at) => (
        <div key={language} className={classes.oneText}>
          <Textarea
            className={classes.field}
            size="xs"
            label={
              at === 0 ? t('{language}, and any other', { language: languageName(language) }) : languageName(language)
            }
            autosize
            minRows={2}
            maxRows={8}
            dir="auto"
            maxLength={MAX_SURVEY_TEXT}
            value={text}
            onChange={(event) => {
              const written = event.currentTarget.value
              onChange(texts.map((one) => (one.language === language ? { language, text: written } : one)))
            }}
          />
          {texts.length === 1 ? null : (
            <ActionIcon
              aria-label={t('Remove {name}', { name: languageName(language) })}
              onClick={() => onChange(texts.filter((one) => one.language !== language))}
            >
              <IconTrash size={16} stroke={1.75} />
            </ActionIcon>
          )}
        </div>
      ))}
      <div className={classes.fields}>
        {first === undefined || texts.length > 1 ? null : (
          <NativeSelect
            size="xs"
            label={t('Its language')}
            value={first.language}
            data={[first.language, ...free].map((value) => ({ value, label: languageName(value) }))}
            onChange={(event) => onChange([{ ...first, language: event.currentTarget.value }])}
          />
        )}
        {texts.length >= MAX_SURVEY_TEXTS ? null : (
          <NativeSelect
            size="xs"
            label={t('In another language, too')}
            value=""
            data={[{ value: '', label: t('Choose…') }, ...free.map((value) => ({ value, label: languageName(value) }))]}
            onChange={(event) => {
              const language = event.currentTarget.value
              if (language !== '') onChange([...texts, { language, text: '' }])
            }}
          />
        )}
      </div>
      <p className={classes.hint}>
        {t('Placeholders as in canned replies: {example}', {
          example: '{{ customer.first_name | default: "there" }}'
        })}
      </p>
    </fieldset>
  )
}
