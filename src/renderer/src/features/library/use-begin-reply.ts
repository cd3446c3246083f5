import { t } from '../../i18n/t.ts'
import { useCore } from '../../core/core-context.ts'
import { useAction } from '../../keyboard/KeyboardProvider.tsx'
import { copyOf, formOf, newForm, type ReplyForm } from './editor/reply-form.ts'
import { newId, type Unsaved } from './editor/unsaved.ts'

export interface BeginReplyParts {
  /** The folder that is listed: what is new lies there. */
  readonly folder: readonly string[]
  /** Id of the reply that would be duplicated. */
  readonly source: string | null
  readonly forms: Unsaved
  readonly begin: (id: string, form: ReplyForm) => void
}

/** The keys that begin a reply: an empty one, a fragment, a copy. */
export function useBeginReply({ folder, source, forms, begin }: BeginReplyParts): void {
  const { client } = useCore()

  async function duplicate(): Promise<void> {
    if (source === null) return
    const written = forms[source]
    const [row] = written ? [] : await client.ask('library.reply', { reply: source })
    const form = written ?? (row === undefined ? null : formOf(row))
    if (form) begin(newId(), copyOf(form, t('{title} (copy)', { title: form.title.trim() })))
  }

  useAction('library.new', () => begin(newId(), newForm('reply', folder)))
  useAction('library.newFragment', () => begin(newId(), newForm('fragment', folder)))
  useAction('library.duplicate', () => void duplicate(), source !== null)
}
