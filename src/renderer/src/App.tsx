import { MantineProvider } from '@mantine/core'
import { Notifications } from '@mantine/notifications'
import { type ReactNode, useReducer } from 'react'
import { t } from './i18n/t.ts'
import { type CoreAccess, CoreContext } from './core/core-context.ts'
import { useConnection } from './core/use-connection.ts'
import { RequiredProvider } from './features/inbox/RequiredProvider/RequiredProvider.tsx'
import { SnoozeProvider } from './features/inbox/SnoozeDialog/SnoozeProvider.tsx'
import { SelectionProvider } from './features/inbox/SelectionProvider.tsx'
import { InsertsProvider } from './features/library/insert/InsertsProvider.tsx'
import { ScheduleProvider } from './features/outbox/ScheduleDialog/ScheduleProvider.tsx'
import { LanguageRoot } from './i18n/LanguageRoot.tsx'
import { ViewDialogProvider } from './features/views/ViewDialog/ViewDialogProvider.tsx'
import { KeyboardProvider } from './keyboard/KeyboardProvider.tsx'
import { AppFrame } from './shell/AppFrame/AppFrame.tsx'
import { ConversationFrame } from './shell/ConversationFrame/ConversationFrame.tsx'
import { ErrorBoundary } from './shell/ErrorBoundary/ErrorBoundary.tsx'
import { FatalScreen } from './shell/FatalScreen/FatalScreen.tsx'
import { navigate, navigateWindow, startAt, startInWindow } from './shell/navigation.ts'
import { PlaceContext } from './shell/place-context.ts'
import type { PlaceMemory } from './shell/place-memory.ts'
import { NavigationContext } from './shell/navigation-context.ts'
import { cssVariables, theme } from './theme/theme.ts'

export interface AppProps {
  readonly core: CoreAccess
  /** Where the console was left. */
  readonly place: PlaceMemory
  /** Whose window this is; null for the console itself. */
  readonly conversation: string | null
}

/** Puts the console together. */
export function App({ core, place, conversation }: AppProps) {
  return (
    <CoreContext value={core}>
      {conversation === null ? <Console place={place} /> : <ConversationWindow conversation={conversation} />}
    </CoreContext>
  )
}

function Console({ place }: { readonly place: PlaceMemory }) {
  const [state, go] = useReducer(navigate, place.place, startAt)
  return (
    <PlaceContext value={place}>
      <NavigationContext value={{ state, go, hasList: true }}>
        <Shell notices="bottom-left">
          <AppFrame />
        </Shell>
      </NavigationContext>
    </PlaceContext>
  )
}

function ConversationWindow({ conversation }: { readonly conversation: string }) {
  const [state, go] = useReducer(navigateWindow, conversation, startInWindow)
  return (
    <NavigationContext value={{ state, go, hasList: false }}>
      {/* At the foot of this window is the composer. */}
      <Shell notices="top-center">
        <ConversationFrame conversation={state.conversation ?? conversation} />
      </Shell>
    </NavigationContext>
  )
}

interface ShellProps {
  /** Where notices stand, so that they do not cover what is being written. */
  readonly notices: 'bottom-left' | 'top-center'
  readonly children: ReactNode
}

/** What every window has. Where one is lies above it, and stays when everything is drawn anew in another language. */
function Shell({ notices, children }: ShellProps) {
  const fatal = useConnection() === 'fatal'
  return (
    <LanguageRoot>
      <MantineProvider theme={theme} cssVariablesResolver={cssVariables} defaultColorScheme="auto">
        <ErrorBoundary what={t('Backchannel')}>
          <KeyboardProvider>
            {fatal ? (
              <FatalScreen />
            ) : (
              <ScheduleProvider>
                <ViewDialogProvider>
                  <SelectionProvider>
                    <InsertsProvider>
                      <RequiredProvider>
                        <SnoozeProvider>{children}</SnoozeProvider>
                      </RequiredProvider>
                    </InsertsProvider>
                  </SelectionProvider>
                </ViewDialogProvider>
              </ScheduleProvider>
            )}
            <Notifications position={notices} limit={3} autoClose={5_000} containerWidth={360} />
          </KeyboardProvider>
        </ErrorBoundary>
      </MantineProvider>
    </LanguageRoot>
  )
}
