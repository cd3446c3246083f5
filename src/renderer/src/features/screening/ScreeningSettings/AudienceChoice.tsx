import { t } from '../../../i18n/t.ts'
import { Checkbox, Radio, Stack } from '@mantine/core'
import { audiences, type ScreeningRules } from '../../../../../shared/domain/screening.ts'
import classes from './ScreeningSettings.module.css'

export interface AudienceChoiceProps {
  readonly rules: ScreeningRules
  /** Of how many people X has told whether they and the account follow each other. */
  readonly connections: number
  readonly onChange: (rules: ScreeningRules) => void
}

/** Whose messages come straight into the inbox. */
export function AudienceChoice({ rules, connections, onChange }: AudienceChoiceProps) {
  return (
    <Radio.Group
      label={t('Straight into the inbox come')}
      description={t('The rest wait in Requests, without a notification. Whoever you answer gets in.')}
      value={rules.audience}
      onChange={(value) => {
        const audience = audiences.find((one) => one === value)
        if (audience !== undefined) onChange({ ...rules, audience })
      }}
    >
      <Stack gap={8} mt={8}>
        <Radio value="everyone" label={t('Everyone')} />
        <Radio value="answered" label={t('People you have answered before: first contact waits')} />
        <Radio value="chosen" label={t('People you choose')} />
        {rules.audience === 'chosen' ? (
          <div className={classes.chosen}>
            <Checkbox
              label={t('People the account follows')}
              checked={rules.following}
              onChange={(event) => onChange({ ...rules, following: event.currentTarget.checked })}
            />
            <Checkbox
              label={t('Followers of the account')}
              checked={rules.followers}
              onChange={(event) => onChange({ ...rules, followers: event.currentTarget.checked })}
            />
            <p className={classes.hint}>
              {t(
                'X tells it together with a profile, at no extra cost: so far of {count, plural, one {# person} other {# people}}. While it is not known, people wait. The list below gets in, too.',
                { count: connections }
              )}
            </p>
          </div>
        ) : null}
      </Stack>
    </Radio.Group>
  )
}
