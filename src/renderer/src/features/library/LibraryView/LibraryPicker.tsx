import { useState } from 'react'
import type { CannedReplyRow } from '../../../../../shared/contract/library-rows.ts'
import { useAction } from '../../../keyboard/KeyboardProvider.tsx'
import type { Folder } from '../folders.ts'
import type { Placing } from '../use-placing.ts'
import { MovePicker, ReplyTagPicker, ScopePicker } from './LibraryPickers.tsx'

export interface LibraryPickerProps {
  /** What is chosen, or open. */
  readonly rows: readonly CannedReplyRow[]
  readonly folders: readonly Folder[]
  readonly tags: readonly string[]
  readonly placing: Placing
}

/** The dialogs in which one says where replies stand, and their keys. */
export function LibraryPicker({ rows, folders, tags, placing }: LibraryPickerProps) {
  const [open, setOpen] = useState<'move' | 'tag' | 'scope' | null>(null)
  const any = rows.length > 0
  const close = (): void => setOpen(null)
  useAction('library.move', () => setOpen('move'), any)
  useAction('library.tag', () => setOpen('tag'), any)
  useAction('library.scope', () => setOpen('scope'), any)
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
    case null:
      return null
  }
}
