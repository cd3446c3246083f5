import { SegmentedControl } from '@mantine/core'
import { msg } from '../../../../../shared/i18n/message.ts'
import { t } from '../../../i18n/t.ts'
import { checkLevels, type SendCheckRule } from '../../../../../shared/domain/send-check/rule.ts'
import { useCommand } from '../../../core/use-command.ts'
import { useQuery } from '../../../core/use-query.ts'
import { SettingLine } from '../../../ui/SettingLine/SettingLine.tsx'
import { ruleWords } from '../rule-words.ts'
import classes from './SendCheckSettings.module.css'
import { VoiceList } from './VoiceList.tsx'

const levels = [
  { value: 'off', label: msg('Off') },
  { value: 'warn', label: msg('Warn') },
  { value: 'block', label: msg('Block||a reply') }
]

/** What the lead wants to be looked at before a reply leaves. */
export function SendCheckSettings() {
  const run = useCommand()
  const rules = useQuery('sendCheck.rules', {})
  const choose = (rule: SendCheckRule, value: string): void => {
    const level = checkLevels.find((each) => each === value)
    if (level) void run('sendCheck.setLevel', { rule, level })
  }
  return (
    <>
      <p className={classes.hint}>
        {t(
          'Each reply is looked at on this computer while it is written. Warn asks once before it is sent; block keeps it until it is changed.'
        )}
      </p>
      {rules.rows.map(({ id, level, sentAnyway }) => (
        <SettingLine
          key={id}
          label={t(ruleWords[id].title)}
          hint={`${t(ruleWords[id].what, { braces: '{{name}}' })}${
            sentAnyway === 0
              ? ''
              : t('. Sent anyway {count, plural, one {# time} other {# times}} in 30 days', { count: sentAnyway })
          }`}
        >
          <SegmentedControl
            aria-label={t(ruleWords[id].title)}
            size="xs"
            data={levels.map(({ value, label }) => ({ value, label: t(label) }))}
            value={level}
            onChange={(value) => choose(id, value)}
          />
        </SettingLine>
      ))}
      <VoiceList />
    </>
  )
}
