import { MantineProvider } from '@mantine/core'
import { Notifications } from '@mantine/notifications'
import { useReducer } from 'react'
import { type CoreAccess, CoreContext } from './core/core-context.ts'
import { useConnection } from './core/use-connection.ts'
import { KeyboardProvider } from './keyboard/KeyboardProvider.tsx'
import { AppFrame } from './shell/AppFrame/AppFrame.tsx'
import { ErrorBoundary } from './shell/ErrorBoundary/ErrorBoundary.tsx'
import { FatalScreen } from './shell/FatalScreen/FatalScreen.tsx'
import { navigate, startingPoint } from './shell/navigation.ts'
import { NavigationContext } from './shell/navigation-context.ts'
import { cssVariables, theme } from './theme/theme.ts'

/** Puts the console together. */
export function App({ core }: { readonly core: CoreAccess }) {
  return (
    <MantineProvider theme={theme} cssVariablesResolver={cssVariables} defaultColorScheme="auto">
      <CoreContext value={core}>
        <ErrorBoundary what="Backchannel">
          <KeyboardProvider>
            <Console />
          </KeyboardProvider>
        </ErrorBoundary>
      </CoreContext>
      <Notifications position="bottom-left" limit={3} autoClose={5_000} containerWidth={360} />
    </MantineProvider>
  )
}

function Console() {
  const [state, go] = useReducer(navigate, startingPoint)
  if (useConnection() === 'fatal') return <FatalScreen />
  return (
    <NavigationContext value={{ state, go }}>
      <AppFrame />
    </NavigationContext>
  )
}
