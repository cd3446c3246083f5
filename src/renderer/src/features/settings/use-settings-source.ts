import { t } from '../../i18n/t.ts'
import { useNavigation } from '../../shell/navigation-context.ts'
import { fuzzySearch } from '../palette/palette-source.ts'
import { usePaletteSource } from '../palette/palette-sources.ts'
import { settingsSectionIds, settingsSections } from './settings-sections.ts'

/** Leads to the parts of the settings. */
export function useSettingsSource(): void {
  const { go } = useNavigation()
  usePaletteSource({
    id: 'settings',
    title: t('Settings'),
    search: fuzzySearch(
      settingsSectionIds.map((section) => ({
        id: `settings:${section}`,
        title: t(settingsSections[section]),
        hint: t('Settings'),
        run: () => go({ to: 'view', view: 'settings', section })
      }))
    )
  })
}
