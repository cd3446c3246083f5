import { createContext, type Dispatch, useContext } from 'react'
import type { NavigationState, NavigationStep } from './navigation.ts'

export interface Navigation {
  readonly state: NavigationState
  readonly go: Dispatch<NavigationStep>
  /** False in the window of one conversation: what is listed elsewhere cannot be shown there. */
  readonly hasList: boolean
}

export const NavigationContext = createContext<Navigation | null>(null)

export function useNavigation(): Navigation {
  const navigation = useContext(NavigationContext)
  if (!navigation) throw new Error('useNavigation needs a NavigationContext above it.')
  return navigation
}
