import { t } from '../../i18n/t.ts'
import type { InboxRow } from '../../../../shared/contract/rows.ts'
import type { Triage } from '../../../../shared/contract/triage-rows.ts'
import { useCore } from '../../core/core-context.ts'
import { useUndoNotice } from '../../shell/UndoNotice/use-undo-notice.tsx'
import { plainText } from '../../ui/plain-text.ts'
import { targetsOf } from './selection.ts'
import { type ListPlace, useLeaving } from './use-leaving.ts'
import { useSelection } from './use-selection.ts'

/** What a command about conversations says it has done. */
type Changed = Promise<{ result: { changed: number } } | null>

/** What was done, of whom or how many it was done with. */
export type Words = (what: string) => string

/** What can be done with the chosen conversations, or with the open one. */
export interface TriageSteps {
  /** Keys of the conversations that a command is about now. */
  readonly targets: () => readonly string[]
  /** What is known of them; of ten thousand, those that are listed. */
  readonly known: (conversations: readonly string[]) => readonly Triage[]
  /** Does something that leaves them where they are. `words` makes the notice of what it was done with. */
  readonly change: (conversations: readonly string[], act: () => Changed, words: Words) => Promise<void>
  /** Does something that takes them out of the list, and goes on. */
  readonly leave: (conversations: readonly string[], act: () => Changed, words: Words) => Promise<void>
}

export function useTriage(place: ListPlace): TriageSteps {
  const { store } = useCore()
  const tell = useUndoNotice()
  const leave = useLeaving(place)
  const { selection, clear } = useSelection()
  const { rows, selected } = place

  const head = (conversation: string) => store.peek('thread.head', { conversation }).rows[0]

  function name(conversations: readonly string[]): string {
    const [only] = conversations
    if (only === undefined || conversations.length > 1)
      return t('{count, plural, one {# conversation} other {# conversations}}', { count: conversations.length })
    const title = head(only)?.name ?? rows.find((row) => row.id === only)?.title
    return title === undefined
      ? t('{count, plural, one {# conversation} other {# conversations}}', { count: 1 })
      : plainText(title)
  }

  const told = (conversations: readonly string[], words: Words): void => tell(words(name(conversations)))

  return {
    targets: () => targetsOf(selection, selected),
    known: (conversations) => {
      const byId = new Map<string, InboxRow>(rows.map((row) => [row.id, row]))
      return conversations.map((id) => head(id) ?? byId.get(id)).filter((row) => row !== undefined)
    },
    async change(conversations, act, words) {
      const done = await act()
      if (done && done.result.changed > 0) told(conversations, words)
    },
    async leave(conversations, act, words) {
      const answer = leave(conversations, act)
      clear()
      const done = await answer
      if (done && done.result.changed > 0) told(conversations, words)
    }
  }
}
