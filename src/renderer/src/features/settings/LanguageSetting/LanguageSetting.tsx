import { NativeSelect } from '@mantine/core'
import { languages, languageSetting } from '../../../../../shared/i18n/languages.ts'
import { useSetting } from '../../../core/use-setting.ts'
import { speaksOtherwise } from '../../../i18n/language.ts'
import { t } from '../../../i18n/t.ts'
import { useNavigation } from '../../../shell/navigation-context.ts'
import { SettingLine } from '../../../ui/SettingLine/SettingLine.tsx'

/** The language of the whole interface, at once. Each language is offered by its own name, so that everyone finds theirs. */
export function LanguageSetting() {
  const { go } = useNavigation()
  const [choice, choose] = useSetting(languageSetting.name, languageSetting.shape, languageSetting.fallback)
  return (
    <SettingLine label={t('Language')}>
      <NativeSelect
        aria-label={t('Language')}
        size="xs"
        value={choice}
        data={[
          { value: 'system', label: t('System') },
          ...Object.entries(languages).map(([value, label]) => ({ value, label }))
        ]}
        onChange={(event) => {
          const wanted = languageSetting.shape.parse(event.currentTarget.value)
          choose(wanted)
          // The page comes back where one was.
          if (speaksOtherwise(wanted)) go({ to: 'view', view: 'settings', section: 'appearance' })
        }}
      />
    </SettingLine>
  )
}
