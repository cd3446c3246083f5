import { t } from '../../i18n/t.ts'
import { viewSlots } from '../../../../shared/domain/view.ts'
import { actionOf, actionTitle, groupTitle } from '../../keyboard/actions.ts'
import { usePossibleActions, useRunAction } from '../../keyboard/KeyboardProvider.tsx'
import { fuzzySearch, type PaletteItem } from './palette-source.ts'
import { usePaletteSource } from './palette-sources.ts'

/** What cannot be wanted from here: the palette itself, steps that make sense as keys only, and views without their names. */
const LEFT_OUT: ReadonlySet<string> = new Set([
  'window.palette',
  'conversation.list',
  ...viewSlots.map((slot) => `go.view${slot}`)
])

/** Every action that can be carried out at this moment. */
export function useActionSource(): void {
  const possible = usePossibleActions()
  const run = useRunAction()
  usePaletteSource({
    id: 'actions',
    title: t('Actions'),
    prefix: '>',
    search: (text) =>
      fuzzySearch(
        possible()
          .filter((action) => !LEFT_OUT.has(action))
          .map((action): PaletteItem => {
            const hint = groupTitle(actionOf(action).group)
            return { id: `action:${action}`, title: actionTitle(action), hint, action, run: () => run(action) }
          })
      )(text)
  })
}
