import { viewSlots } from '../../../../shared/domain/view.ts'
import { useQuery } from '../../core/use-query.ts'
import { useAction } from '../../keyboard/KeyboardProvider.tsx'
import { useNavigation } from '../../shell/navigation-context.ts'
import { useViewSource } from './use-view-source.ts'
import { slotAction } from './view-words.ts'

/** The keys and the palette that open saved views; there whether or not the queues are shown. */
export function ViewKeys() {
  useViewSource()
  return viewSlots.map((slot) => <ViewKey key={slot} slot={slot} />)
}

function ViewKey({ slot }: { readonly slot: number }) {
  const { go } = useNavigation()
  const view = useQuery('views.list', {}).rows.find((row) => row.slot === slot)
  useAction(slotAction(slot), () => view && go({ to: 'search', search: { view: view.id } }), view !== undefined)
  return null
}
