import { useAction } from '../keyboard/KeyboardProvider.tsx'
import type { Overlay } from './navigation.ts'
import { useNavigation } from './navigation-context.ts'

/** The keys that open what lies above the window, in every kind of window. */
export function useOverlayKeys(): void {
  const { go } = useNavigation()
  const open = (overlay: Overlay) => () => go({ to: 'overlay', overlay })
  useAction('go.costs', open('costs'))
  useAction('go.performance', open('performance'))
  useAction('go.answer-times', open('answer-times'))
  useAction('go.notifications', open('notifications'))
  useAction('go.placeholders', open('placeholders'))
  useAction('library.import', open('library-import'))
  useAction('library.export', open('library-export'))
  useAction('library.links', open('library-links'))
  useAction('go.older', open('backfill'))
  useAction('window.palette', open('palette'))
  useAction('window.search', open('search'))
  useAction('conversation.new', open('new-message'))
  useAction('window.undoHistory', open('undo-history'))
  useAction('window.help', open('help'))
}
