import { ActionIcon, Button, Radio, Textarea, TextInput } from '@mantine/core'
import { IconX } from '@tabler/icons-react'
import { CODE_PLACE } from '../../../../../shared/domain/promo/campaign.ts'
import { t } from '../../../i18n/t.ts'
import type { FormPart } from './CampaignDialog.tsx'
import classes from './CampaignDialog.module.css'

/** One code or many, and what is written around it, by language. */
export function CodeFields({ form, onChange }: FormPart) {
  const { texts } = form
  const change = (at: number, part: Partial<(typeof texts)[number]>): void =>
    onChange({ texts: texts.map((one, index) => (index === at ? { ...one, ...part } : one)) })
  return (
    <fieldset className={classes.part}>
      <legend>{t('Codes')}</legend>
      <div className={classes.line}>
        <Radio
          checked={!form.shared}
          label={t('Each customer gets one of a pool')}
          onChange={() => onChange({ shared: false })}
        />
        <Radio checked={form.shared} label={t('One code for all')} onChange={() => onChange({ shared: true })} />
        {form.shared ? (
          <TextInput
            aria-label={t('The code')}
            placeholder={t('The code')}
            dir="ltr"
            maxLength={100}
            value={form.sharedCode}
            onChange={(event) => onChange({ sharedCode: event.currentTarget.value })}
          />
        ) : null}
      </div>
      {texts.map(({ language, text }, at) => (
        <div key={at} className={classes.text}>
          {at === 0 ? null : (
            <TextInput
              className={classes.language}
              aria-label={t('Language, like pt')}
              dir="ltr"
              maxLength={20}
              value={language}
              onChange={(event) => change(at, { language: event.currentTarget.value.trim() })}
            />
          )}
          <Textarea
            className={classes.wide}
            aria-label={
              at === 0 ? t('What is written for it') : t('What is written for it in {language}', { language })
            }
            placeholder={t('Use {code} at the checkout.', { code: CODE_PLACE })}
            autosize
            minRows={1}
            maxRows={5}
            dir="auto"
            value={text}
            onChange={(event) => change(at, { text: event.currentTarget.value })}
          />
          {at === 0 ? null : (
            <ActionIcon
              aria-label={t('Take this text out')}
              onClick={() => onChange({ texts: texts.filter((_, index) => index !== at) })}
            >
              <IconX size={15} stroke={1.75} />
            </ActionIcon>
          )}
        </div>
      ))}
      <div className={classes.line}>
        <Button
          size="compact-xs"
          variant="default"
          onClick={() => onChange({ texts: [...texts, { language: '', text: '' }] })}
        >
          {t('In another language')}
        </Button>
        <span className={classes.hint}>
          {t('{code} is where the code goes. Without a text the code alone is inserted.', { code: CODE_PLACE })}
        </span>
      </div>
    </fieldset>
  )
}
