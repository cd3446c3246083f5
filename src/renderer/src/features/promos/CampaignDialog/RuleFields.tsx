import { Checkbox, MultiSelect, NativeSelect, TextInput } from '@mantine/core'
import { onceChoices, type PromoOnce } from '../../../../../shared/domain/promo/campaign.ts'
import { type Message, msg } from '../../../../../shared/i18n/message.ts'
import { useQuery } from '../../../core/use-query.ts'
import { t } from '../../../i18n/t.ts'
import { plainText } from '../../../ui/plain-text.ts'
import { useTags } from '../../tags/use-tags.ts'
import type { FormPart } from './CampaignDialog.tsx'
import classes from './CampaignDialog.module.css'

const givers = ['everyone', 'team', 'approval'] as const
const giverWords: Readonly<Record<(typeof givers)[number], Message>> = {
  everyone: msg('Everyone'),
  team: msg('A team'),
  approval: msg('Only with approval')
}
const onceWords: Readonly<Record<PromoOnce, Message>> = {
  no: msg('As often as you like'),
  customer: msg('Once for each customer'),
  conversation: msg('Once in each conversation')
}

/** Who may give a code, and who may get one. */
export function RuleFields({ form, onChange }: FormPart) {
  const members = useQuery('team.list', {}).rows
  const tags = useTags()
  const teams = [...new Set(members.flatMap(({ groups }) => groups))]
  return (
    <fieldset className={classes.part}>
      <legend>{t('Who gives and gets it')}</legend>
      <div className={classes.line}>
        <NativeSelect
          label={t('Who may give it')}
          data={givers.map((value) => ({ value, label: t(giverWords[value]) }))}
          value={form.giver}
          onChange={(event) =>
            onChange({ giver: givers.find((one) => one === event.currentTarget.value) ?? 'everyone' })
          }
        />
        {form.giver === 'team' ? (
          <NativeSelect
            label={t('Team')}
            data={[
              { value: '', label: t('Choose…') },
              ...[...new Set([...teams, form.team])].filter((one) => one !== '')
            ]}
            value={form.team}
            onChange={(event) => onChange({ team: event.currentTarget.value })}
          />
        ) : null}
        <MultiSelect
          className={classes.wide}
          label={t('Who may approve exceptions')}
          data={members
            .filter(({ id, left }) => !left || form.approvers.includes(id))
            .map(({ id, name }) => ({ value: id, label: plainText(name) }))}
          comboboxProps={{ withinPortal: true }}
          value={[...form.approvers]}
          onChange={(approvers) => onChange({ approvers })}
        />
      </div>
      <div className={classes.line}>
        <NativeSelect
          label={t('How often')}
          data={onceChoices.map((value) => ({ value, label: t(onceWords[value]) }))}
          value={form.once}
          onChange={(event) => onChange({ once: onceChoices.find((one) => one === event.currentTarget.value) ?? 'no' })}
        />
        <NumberField
          label={t('Days since the last code')}
          value={form.minDays}
          onChange={(minDays) => onChange({ minDays })}
        />
        <NumberField label={t('Codes a day')} value={form.daily} onChange={(daily) => onChange({ daily })} />
        <NumberField label={t('Codes in all')} value={form.total} onChange={(total) => onChange({ total })} />
      </div>
      <MultiSelect
        label={t('Only for conversations with one of these tags')}
        data={[...tags.values()].map(({ id, name }) => ({ value: id, label: plainText(name) }))}
        value={[...form.tags]}
        onChange={(chosen) => onChange({ tags: chosen })}
      />
      <Checkbox
        label={t('Only for the first contact: nothing was resolved with them before')}
        checked={form.firstContact}
        onChange={(event) => onChange({ firstContact: event.currentTarget.checked })}
      />
    </fieldset>
  )
}

interface NumberFieldProps {
  readonly label: string
  readonly value: string
  readonly onChange: (value: string) => void
}

function NumberField({ label, value, onChange }: NumberFieldProps) {
  return (
    <TextInput
      className={classes.number}
      label={label}
      placeholder={t('no limit')}
      inputMode="numeric"
      maxLength={9}
      value={value}
      onChange={(event) => onChange(event.currentTarget.value)}
    />
  )
}
