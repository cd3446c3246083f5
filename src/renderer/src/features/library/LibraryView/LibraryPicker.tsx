import { useState } from 'react'
import type { CannedReplyRow } from '../../../../../shared/contract/library-rows.ts'
import { useAction } from '../../../keyboard/KeyboardProvider.tsx'
import { isNew } from '../editor/unsaved.ts'
import type { Folder } from '../folders.ts'
import { QuickKeyPicker } from '../quick-keys/QuickKeyPicker.tsx'
import { useGiveQuickKey } from '../quick-keys/use-give-quick-key.ts'
import type { Placing } from '../use-placing.ts'
import type { Sorting } from '../listed-replies.ts'
import { MovePicker, ReplyTagPicker, ScopePicker } from './LibraryPickers.tsx'
import { SortPicker } from './SortPicker.tsx'

export interface LibraryPickerProps {
  /** What is chosen, or open. */
  readonly rows: readonly CannedReplyRow[]
  readonly folders: readonly Folder[]
  readonly tags: readonly string[]
  readonly placing: Placing
  readonly sorting: Sorting
  readonly onSort: (sorting: Sorting) => void
}

/** The dialogs in which one says where replies stand, and in which order, and their keys. */
export function LibraryPicker({ rows, folders, tags, placing, sorting, onSort }: LibraryPickerProps) {
  const [open, setOpen] = useState<'move' | 'tag' | 'scope' | 'quick-key' | 'sort' | null>(null)
  const any = rows.length > 0
  const close = (): void => setOpen(null)
  useAction('library.move', () => setOpen('move'), any)
  useAction('library.tag', () => setOpen('tag'), any)
  useAction('library.scope', () => setOpen('scope'), any)
  useAction('library.sort', () => setOpen('sort'))
  const [only, ...others] = rows
  // Of one that was never saved the core knows nothing.
  const keyed = others.length === 0 && only?.kind === 'reply' && !isNew(only.id) ? only : null
  useAction('library.quickKey', () => setOpen('quick-key'), keyed !== null)
  const give = useGiveQuickKey()
  switch (open) {
    case 'move':
      return (
        <MovePicker
          folders={folders}
          onMove={(folder) => {
            close()
            void placing.move(folder)
          }}
          onClose={close}
        />
      )
    case 'tag':
      return <ReplyTagPicker tags={tags} rows={rows} onTag={(change) => void placing.tag(change)} onClose={close} />
    case 'scope':
      return (
        <ScopePicker
          onPick={(scope, team) => {
            close()
            void placing.setScope(scope, team)
          }}
          onClose={close}
        />
      )
    case 'quick-key':
      return keyed === null ? null : (
        <QuickKeyPicker
          reply={keyed.id}
          onPick={(key) => {
            close()
            void give(keyed, key)
          }}
          onClose={close}
        />
      )
    case 'sort':
      return <SortPicker sorting={sorting} onSort={onSort} onClose={close} />
    case null:
      return null
  }
}
