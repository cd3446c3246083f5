import { DirectionProvider } from '@mantine/core'
import { type ReactNode, useSyncExternalStore } from 'react'
import { onLanguage, translator } from './language.ts'

/**
 * Draws everything anew when the language changes. Texts are worded by plain functions that React does not know of, so
 * that words can be made anywhere; in exchange nothing that was worded before may stay.
 */
export function LanguageRoot({ children }: { readonly children: ReactNode }) {
  const { locale, direction } = useSyncExternalStore(onLanguage, translator)
  return (
    <DirectionProvider key={locale} initialDirection={direction} detectDirection={false}>
      {children}
    </DirectionProvider>
  )
}
