import { t } from '../../i18n/t.ts'
import { useQuery } from '../../core/use-query.ts'
import { useNavigation } from '../../shell/navigation-context.ts'
import { plainText } from '../../ui/plain-text.ts'
import { fuzzySearch, type PaletteItem } from '../palette/palette-source.ts'
import { usePaletteSource } from '../palette/palette-sources.ts'
import { slotAction } from './view-words.ts'

/** Opens saved views from the palette, by their name or by what they look for. */
export function useViewSource(): void {
  const { go } = useNavigation()
  const { rows } = useQuery('views.list', {})
  usePaletteSource({
    id: 'views',
    title: t('Saved views'),
    search: fuzzySearch(
      rows.map((view): PaletteItem => ({
        id: `view:${view.id}`,
        title: plainText(view.name),
        hint: view.query,
        ...(view.slot === null ? {} : { action: slotAction(view.slot) }),
        run: () => go({ to: 'search', search: { view: view.id } })
      }))
    )
  })
}
