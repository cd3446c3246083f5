import { ConnectDialog } from '../../features/accounts/ConnectDialog/ConnectDialog.tsx'
import { ImportDialog } from '../../features/archive/ImportDialog/ImportDialog.tsx'
import { BackfillDialog } from '../../features/costs/BackfillDialog/BackfillDialog.tsx'
import { CostsDialog } from '../../features/costs/CostsDialog/CostsDialog.tsx'
import { NewMessage } from '../../features/customers/NewMessage/NewMessage.tsx'
import { PerformanceDialog } from '../../features/performance/PerformanceDialog/PerformanceDialog.tsx'
import { Palette } from '../../features/palette/Palette/Palette.tsx'
import { useActionSource } from '../../features/palette/use-action-source.ts'
import { useCustomerSource } from '../../features/palette/use-customer-source.ts'
import { SearchOverlay } from '../../features/search/SearchOverlay/SearchOverlay.tsx'
import { NoticeDialog } from '../../features/attention/NoticeDialog/NoticeDialog.tsx'
import { LibraryExport } from '../../features/library/LibraryExport/LibraryExport.tsx'
import { LibraryImport } from '../../features/library/LibraryImport/LibraryImport.tsx'
import { LinkCheck } from '../../features/library/links/LinkCheck.tsx'
import { PlaceholderGuide } from '../../features/library/PlaceholderGuide/PlaceholderGuide.tsx'
import { SlaDialog } from '../../features/sla/SlaDialog/SlaDialog.tsx'
import { HelpOverlay } from '../../keyboard/HelpOverlay/HelpOverlay.tsx'
import { useNavigation } from '../navigation-context.ts'
import { UndoHistory } from '../UndoHistory/UndoHistory.tsx'

/** What lies above the window, one at a time. */
export function Overlays() {
  const { state, go } = useNavigation()
  useActionSource()
  useCustomerSource()
  const close = (): void => go({ to: 'overlay', overlay: null })
  return (
    <>
      {state.overlay === 'palette' ? <Palette onClose={close} /> : null}
      {state.overlay === 'search' ? <SearchOverlay text={state.searchText} onClose={close} /> : null}
      {state.overlay === 'new-message' ? <NewMessage onClose={close} /> : null}
      {state.overlay === 'placeholders' ? <PlaceholderGuide onClose={close} /> : null}
      {state.overlay === 'library-import' ? <LibraryImport onClose={close} /> : null}
      {state.overlay === 'library-export' ? <LibraryExport onClose={close} /> : null}
      {state.overlay === 'library-links' ? <LinkCheck onClose={close} /> : null}
      {state.overlay === 'undo-history' ? <UndoHistory onClose={close} /> : null}
      <HelpOverlay opened={state.overlay === 'help'} onClose={close} />
      <ConnectDialog opened={state.overlay === 'connect'} onClose={close} />
      <CostsDialog opened={state.overlay === 'costs'} onClose={close} />
      <PerformanceDialog opened={state.overlay === 'performance'} onClose={close} />
      <NoticeDialog opened={state.overlay === 'notifications'} onClose={close} />
      <SlaDialog opened={state.overlay === 'answer-times'} onClose={close} />
      <BackfillDialog opened={state.overlay === 'backfill'} onClose={close} />
      <ImportDialog opened={state.overlay === 'import'} onClose={close} />
    </>
  )
}
