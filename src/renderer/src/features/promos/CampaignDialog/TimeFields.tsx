import { NativeSelect, TextInput } from '@mantine/core'
import { timeZoneNames } from '../../../../../shared/domain/time-zone.ts'
import { t } from '../../../i18n/t.ts'
import type { FormPart } from './CampaignDialog.tsx'
import classes from './CampaignDialog.module.css'

/** When codes work, by the clocks of a zone. */
export function TimeFields({ form, onChange }: FormPart) {
  const zones = timeZoneNames()
  return (
    <fieldset className={classes.part}>
      <legend>{t('When')}</legend>
      <div className={classes.line}>
        <TextInput
          type="datetime-local"
          label={t('From')}
          value={form.from}
          onChange={(event) => onChange({ from: event.currentTarget.value })}
        />
        <TextInput
          type="datetime-local"
          label={t('Until')}
          value={form.until}
          onChange={(event) => onChange({ until: event.currentTarget.value })}
        />
        <NativeSelect
          label={t('Time zone')}
          data={zones.includes(form.zone) ? [...zones] : [form.zone, ...zones]}
          value={form.zone}
          onChange={(event) => onChange({ zone: event.currentTarget.value })}
        />
      </div>
    </fieldset>
  )
}
