import { searchProblemWords } from '../../search/search-problem-words.ts'
import { t } from '../../../i18n/t.ts'
import { useCommand } from '../../../core/use-command.ts'
import { useQuery } from '../../../core/use-query.ts'
import { useNavigation } from '../../../shell/navigation-context.ts'
import { useViewSteps } from '../../views/use-view-steps.ts'
import { useViewDialog } from '../../views/view-dialog-context.ts'
import { slotAction } from '../../views/view-words.ts'
import { ViewDot } from '../../views/ViewDot/ViewDot.tsx'
import { OrderedPlaces } from './OrderedPlaces.tsx'
import type { PlaceEntry } from './PlaceItem.tsx'
import classes from './QueuesPane.module.css'

/** The saved views, under the queues. */
export function ViewPlaces() {
  const { state, go } = useNavigation()
  const run = useCommand()
  const openDialog = useViewDialog()
  const steps = useViewSteps()
  const views = useQuery('views.list', {}).rows
  const counts = useQuery('views.counts', { account: state.account }).rows
  if (views.length === 0) return null
  const { search } = state
  const places = views.map((view): PlaceEntry => {
    const count = counts.find((row) => row.id === view.id)
    return {
      id: view.id,
      title: view.name,
      mark: <ViewDot colour={view.colour} />,
      total: count?.total ?? null,
      unread: count !== undefined && count.unread > 0,
      current: state.view === 'inbox' && search !== null && 'view' in search && search.view === view.id,
      trouble: view.problem === null ? null : searchProblemWords(view.problem),
      action: view.slot === null ? null : slotAction(view.slot),
      onOpen: () => go({ to: 'search', search: { view: view.id } }),
      onEdit: () => openDialog({ view, query: view.query }),
      onDelete: () => steps.remove(view)
    }
  })
  return (
    <>
      <p className={classes.heading} aria-hidden="true">
        {t('Saved views')}
      </p>
      <OrderedPlaces
        label={t('Saved views')}
        places={places}
        onMove={(view, to) => void run('views.move', { view, to })}
      />
    </>
  )
}
