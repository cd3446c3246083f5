import { type Message, msg } from '../../../../../shared/i18n/message.ts'
import { t } from '../../../i18n/t.ts'
import { Checkbox, Group } from '@mantine/core'
import {
  REQUIRED_SETTING,
  type RequiredField,
  requiredFields,
  RequiredFields
} from '../../../../../shared/domain/required-fields.ts'
import { useSetting } from '../../../core/use-setting.ts'

const words: Readonly<Record<RequiredField, Message>> = {
  category: msg('Category'),
  tag: msg('Tag'),
  assignee: msg('Owner')
}

/** What a conversation must have before it is resolved. */
export function RequiredSetting() {
  const [required, setRequired] = useSetting<RequiredField[]>(REQUIRED_SETTING, RequiredFields, [])
  return (
    <Checkbox.Group
      label={t('Needed before a conversation is resolved')}
      description={t('What is missing is asked for when somebody resolves.')}
      value={required}
      onChange={(chosen) => setRequired(requiredFields.filter((field) => chosen.includes(field)))}
    >
      <Group mt="xs">
        {requiredFields.map((field) => (
          <Checkbox key={field} value={field} label={t(words[field])} />
        ))}
      </Group>
    </Checkbox.Group>
  )
}
