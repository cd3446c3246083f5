import type { ViewRow } from '../../../../shared/contract/search-rows.ts'
import { t } from '../../i18n/t.ts'
import { useCommand } from '../../core/use-command.ts'
import { useNavigation } from '../../shell/navigation-context.ts'
import { useUndoNotice } from '../../shell/UndoNotice/use-undo-notice.tsx'
import { plainText } from '../../ui/plain-text.ts'

export interface ViewSteps {
  readonly remove: (view: ViewRow) => void
  /** Takes what is wrong out of the search of a view. */
  readonly mend: (view: ViewRow) => void
}

export type ViewSlot = 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 | 9

/** What can be done with a saved view. */
export function useViewSteps(): ViewSteps {
  const run = useCommand()
  const { state, go } = useNavigation()
  const tell = useUndoNotice()
  return {
    remove: (view) => {
      const shown = state.search !== null && 'view' in state.search && state.search.view === view.id
      if (shown) go({ to: 'queue', queue: state.queue })
      void run('views.delete', { view: view.id }).then((done) => {
        if (done) tell(t('Deleted the view {name}', { name: plainText(view.name) }))
      })
    },
    mend: ({ id, name, colour, mended }) => {
      if (mended !== null) void run('views.change', { view: id, name, colour, query: mended })
    }
  }
}
