import { useDisclosure } from '@mantine/hooks'
import { t } from '../../i18n/t.ts'
import { useNotices } from '../../features/attention/use-notices.ts'
import { BackfillBar } from '../../features/costs/BackfillBar/BackfillBar.tsx'
import { CeilingBar } from '../../features/costs/CeilingBar/CeilingBar.tsx'
import { SchemeSync } from '../../features/settings/SchemeSync.tsx'
import { OutboxView } from '../../features/outbox/OutboxView/OutboxView.tsx'
import { useSettingsSource } from '../../features/settings/use-settings-source.ts'
import { ViewKeys } from '../../features/views/ViewKeys.tsx'
import { SurveyOffers } from '../../features/surveys/SurveyOffers/SurveyOffers.tsx'
import { PracticeBanner } from '../Banner/PracticeBanner.tsx'
import { ConnectionBar } from '../ConnectionBar/ConnectionBar.tsx'
import { ErrorBoundary } from '../ErrorBoundary/ErrorBoundary.tsx'
import { useNavigation } from '../navigation-context.ts'
import { Overlays } from '../Overlays/Overlays.tsx'
import { Rail } from '../Rail/Rail.tsx'
import { StatusLine } from '../StatusLine/StatusLine.tsx'
import { TroubleBar } from '../TroubleBar/TroubleBar.tsx'
import { usePanes } from '../use-panes.ts'
import { usePlaces } from '../use-places.ts'
import { useRememberedPlace } from '../use-remembered-place.ts'
import { useKeepFocus } from '../use-keep-focus.ts'
import { useRefuseDrops } from '../use-refuse-drops.ts'
import { useUndo } from '../use-undo.ts'
import { useViews } from '../use-views.ts'
import { WindowTitle } from '../WindowTitle.tsx'
import { Workspace } from '../Workspace/Workspace.tsx'
import classes from './AppFrame.module.css'

/** The window: banner, rail, the place one is at, status line, and what lies above. */
export function AppFrame() {
  const { state } = useNavigation()
  const views = useViews(state.view)
  const panes = usePanes()
  const [drawer, drawerControl] = useDisclosure(false)
  usePlaces(panes, { ...drawerControl, opened: drawer })
  useRememberedPlace()
  useUndo()
  useKeepFocus()
  useRefuseDrops()
  useNotices()
  useSettingsSource()
  return (
    <div className={classes.root}>
      <SchemeSync />
      <WindowTitle />
      <ViewKeys />
      <SurveyOffers />
      <ConnectionBar />
      <TroubleBar />
      <CeilingBar />
      <BackfillBar />
      <PracticeBanner />
      <div className={classes.middle}>
        <Rail />
        <main className={classes.main}>
          <h1 className="visually-hidden">{t('Backchannel')}</h1>
          {state.view === 'outbox' ? (
            <ErrorBoundary what={t('The outbox')}>
              <OutboxView />
            </ErrorBoundary>
          ) : null}
          {state.view === 'library' && views.library !== null ? (
            <ErrorBoundary what={t('The library')}>
              <views.library />
            </ErrorBoundary>
          ) : null}
          {state.view === 'reports' && views.reports !== null ? (
            <ErrorBoundary what={t('The reports')}>
              <views.reports />
            </ErrorBoundary>
          ) : null}
          {state.view === 'feedback' && views.feedback !== null ? (
            <ErrorBoundary what={t('The feedback')}>
              <views.feedback />
            </ErrorBoundary>
          ) : null}
          {state.view === 'promos' && views.promos !== null ? (
            <ErrorBoundary what={t('The promo codes')}>
              <views.promos />
            </ErrorBoundary>
          ) : null}
          {state.view === 'settings' && views.settings !== null ? (
            <ErrorBoundary what={t('The settings')}>
              <views.settings />
            </ErrorBoundary>
          ) : null}
          {state.view === 'inbox' ? (
            <Workspace panes={panes} drawerOpened={drawer} onCloseDrawer={drawerControl.close} />
          ) : null}
          <div id="tips" />
        </main>
      </div>
      <StatusLine />
      <Overlays />
    </div>
  )
}
