import { NumberInput } from '@mantine/core'
import { z } from 'zod'
import { t } from '../../../i18n/t.ts'
import { useSetting } from '../../../core/use-setting.ts'
import classes from './CostsDialog.module.css'

const shape = z.number().positive().nullable()

/** What X may cost at most. Each field holds at once; an empty one is no ceiling. */
export function CeilingSetting() {
  return (
    <>
      <div className={classes.fields}>
        <Ceiling name="costs.ceilingDayUsd" label={t('A day, USD')} />
        <Ceiling name="costs.ceilingMonthUsd" label={t('A month, USD')} />
      </div>
      <p className={classes.hint}>
        {t(
          'For all accounts together. From 80 % on, older messages and profiles wait; when ten cents are left, nothing more is read; replies are never held back without asking you.'
        )}
      </p>
    </>
  )
}

function Ceiling({ name, label }: { readonly name: string; readonly label: string }) {
  const [value, set, ready] = useSetting(name, shape, null)
  if (!ready) return null
  return (
    <NumberInput
      key={value ?? 'none'}
      label={label}
      placeholder={t('No ceiling')}
      defaultValue={value ?? ''}
      min={0}
      decimalScale={2}
      prefix="$"
      w={180}
      hideControls
      allowNegative={false}
      onBlur={(event) => {
        const typed = Number(event.currentTarget.value.replaceAll(/[$,\s]/g, ''))
        const next = Number.isFinite(typed) && typed > 0 ? typed : null
        if (next !== value) set(next)
      }}
      onKeyDown={(event) => {
        if (event.key === 'Enter') event.currentTarget.blur()
      }}
    />
  )
}
