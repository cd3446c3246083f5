import { t } from '../../i18n/t.ts'
import { useCommand } from '../../core/use-command.ts'
import { useAction } from '../../keyboard/KeyboardProvider.tsx'
import { useUndoNotice } from '../../shell/UndoNotice/use-undo-notice.tsx'

/** The key that fills an empty library with the starter replies. They come as drafts: they promise things in the team's name. */
export function useAddStarter(empty: boolean): void {
  const run = useCommand()
  const tell = useUndoNotice()

  async function add(): Promise<void> {
    const done = await run('library.addStarter', {})
    if (done === null) return
    const { added } = done.result
    tell(t('{count, plural, one {# starter reply, as a draft} other {# starter replies, as drafts}}', { count: added }))
  }

  useAction('library.addStarter', () => void add(), empty)
}
