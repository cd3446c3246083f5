import { CloseButton } from '@mantine/core'
import { useState } from 'react'
import { severities } from '../../../../../shared/domain/feedback/feedback.ts'
import { t } from '../../../i18n/t.ts'
import { ChoiceList } from '../../../ui/Choices/ChoiceList.tsx'
import { DialogField } from '../../../ui/Choices/DialogField.tsx'
import { useChoices } from '../../../ui/Choices/use-choices.ts'
import { plainText } from '../../../ui/plain-text.ts'
import { type ThemeOption, useThemeOptions } from '../use-theme-options.tsx'
import classes from './FeedbackDialog.module.css'
import type { Said } from './SaidChoices.tsx'

export interface ThemeFieldProps {
  /** What themes are suggested for. */
  readonly text: string
  readonly themes: readonly string[]
  readonly problem: string | null
  readonly said: Said
  readonly onThemes: (themes: readonly string[]) => void
  readonly onSaid: (part: Partial<Said>) => void
  readonly onType: () => void
  readonly onSave: () => void
}

/** One key each while nothing is typed: no theme begins with them. */
const sentimentKeys = { '+': 'positive', '=': 'neutral', '-': 'negative' } as const

/** Themes one after the other: type, arrows, Enter. While the field is empty, single keys say the rest, and Enter saves. */
export function ThemeField(props: ThemeFieldProps) {
  const { text, themes, problem, said, onThemes, onSaid, onType, onSave } = props
  const [typed, setTyped] = useState('')
  const empty = typed === ''
  const options = useThemeOptions(text, typed, themes)
  const choices = useChoices<ThemeOption>(options, {
    initial: empty && themes.length > 0 ? null : undefined,
    onPick({ name }) {
      onThemes([...themes, name])
      setTyped('')
      choices.mark(null)
    },
    onKey(event, marked) {
      if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) return false
      if (event.key === 'Enter' && marked === undefined) onSave()
      else if (!empty || event.ctrlKey || event.metaKey || event.altKey) return false
      else if (event.key in sentimentKeys) onSaid({ sentiment: sentimentKeys[event.key as keyof typeof sentimentKeys] })
      else if (event.key === 'Backspace') onThemes(themes.slice(0, -1))
      else {
        const severity = severities.find((one) => String(one) === event.key)
        if (severity === undefined) return false
        onSaid({ severity: said.severity === severity ? null : severity })
      }
      return true
    }
  })

  return (
    <>
      {themes.length === 0 ? null : (
        <ul className={classes.chips} aria-label={t('Themes')}>
          {themes.map((name) => (
            <li key={name} className={classes.chip}>
              <bdi>{plainText(name)}</bdi>
              <CloseButton
                size={18}
                iconSize={12}
                aria-label={t('Take away {name}', { name: plainText(name) })}
                onClick={() => onThemes(themes.filter((other) => other !== name))}
              />
            </li>
          ))}
        </ul>
      )}
      <DialogField
        {...choices.field}
        label={t('Theme')}
        placeholder={themes.length === 0 ? t('Theme: find one, or name a new one') : t('Another theme, or ↵ to save')}
        problem={problem}
        value={typed}
        onText={(value) => {
          setTyped(value)
          choices.mark(null)
          onType()
        }}
      />
      <div className={classes.options}>
        <ChoiceList
          choices={choices}
          label={t('Theme')}
          nothing={empty && themes.length === 0 ? t('No themes yet. Type the name of the first one.') : undefined}
        >
          {({ icon, label, hint, exact }) => (
            <>
              {icon}
              <bdi className={classes.label}>{label}</bdi>
              {hint === undefined ? null : (
                <bdi className={classes.hint} title={exact}>
                  {hint}
                </bdi>
              )}
            </>
          )}
        </ChoiceList>
      </div>
    </>
  )
}
