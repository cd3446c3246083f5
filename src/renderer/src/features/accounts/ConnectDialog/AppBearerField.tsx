import { t } from '../../../i18n/t.ts'
import { PasswordInput } from '@mantine/core'

export interface AppBearerFieldProps {
  readonly label: string
  readonly value: string
  readonly onChange: (value: string) => void
  readonly error?: string | null
  readonly focused?: boolean
}

/** The app's own token for the live connection. Masked, because it is a secret of the whole app. */
export function AppBearerField({ label, value, onChange, error, focused }: AppBearerFieldProps) {
  return (
    <PasswordInput
      mt={6}
      aria-label={label}
      placeholder={t('AAAAAAAAAA…')}
      data-autofocus={focused === true ? true : undefined}
      autoComplete="off"
      spellCheck={false}
      maxLength={4_000}
      value={value}
      onChange={(event) => onChange(event.currentTarget.value)}
      error={error}
      visibilityToggleButtonProps={{ 'aria-label': t('Show or hide the token') }}
    />
  )
}
