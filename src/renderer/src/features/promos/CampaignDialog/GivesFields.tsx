import { NativeSelect, Textarea, TextInput } from '@mantine/core'
import { type Message, msg } from '../../../../../shared/i18n/message.ts'
import { t } from '../../../i18n/t.ts'
import { type GivesKind, givesKinds } from './campaign-form.ts'
import type { FormPart } from './CampaignDialog.tsx'
import classes from './CampaignDialog.module.css'

const words: Readonly<Record<GivesKind, Message>> = {
  percent: msg('Percent off'),
  amount: msg('An amount off'),
  'free-shipping': msg('Free shipping'),
  text: msg('Something else')
}

/** What a code gives, and on which terms. */
export function GivesFields({ form, onChange }: FormPart) {
  return (
    <fieldset className={classes.part}>
      <legend>{t('What it gives')}</legend>
      <div className={classes.line}>
        <NativeSelect
          label={t('Kind')}
          data={givesKinds.map((value) => ({ value, label: t(words[value]) }))}
          value={form.gives}
          onChange={(event) =>
            onChange({ gives: givesKinds.find((one) => one === event.currentTarget.value) ?? 'percent' })
          }
        />
        {form.gives === 'percent' ? (
          <TextInput
            label={t('Percent')}
            inputMode="decimal"
            value={form.percent}
            onChange={(event) => onChange({ percent: event.currentTarget.value })}
          />
        ) : form.gives === 'amount' ? (
          <>
            <TextInput
              label={t('Amount')}
              inputMode="decimal"
              value={form.amount}
              onChange={(event) => onChange({ amount: event.currentTarget.value })}
            />
            <TextInput
              label={t('Currency')}
              maxLength={3}
              dir="ltr"
              value={form.currency}
              onChange={(event) => onChange({ currency: event.currentTarget.value })}
            />
          </>
        ) : form.gives === 'text' ? (
          <TextInput
            className={classes.wide}
            label={t('In words')}
            dir="auto"
            maxLength={200}
            value={form.givesText}
            onChange={(event) => onChange({ givesText: event.currentTarget.value })}
          />
        ) : null}
      </div>
      <Textarea
        label={t('Terms')}
        autosize
        minRows={1}
        maxRows={6}
        dir="auto"
        maxLength={2_000}
        value={form.terms}
        onChange={(event) => onChange({ terms: event.currentTarget.value })}
      />
    </fieldset>
  )
}
