import { ConnectDialog } from '../../features/accounts/ConnectDialog/ConnectDialog.tsx'
import { ImportDialog } from '../../features/archive/ImportDialog/ImportDialog.tsx'
import { SearchOverlay } from '../../features/search/SearchOverlay/SearchOverlay.tsx'
import { HelpOverlay } from '../../keyboard/HelpOverlay/HelpOverlay.tsx'
import { useNavigation } from '../navigation-context.ts'

/** What lies above the window, one at a time. */
export function Overlays() {
  const { state, go } = useNavigation()
  const close = (): void => go({ to: 'overlay', overlay: null })
  return (
    <>
      <SearchOverlay opened={state.overlay === 'search'} onClose={close} />
      <HelpOverlay opened={state.overlay === 'help'} onClose={close} />
      <ConnectDialog opened={state.overlay === 'connect'} onClose={close} />
      <ImportDialog opened={state.overlay === 'import'} onClose={close} />
    </>
  )
}
