import { Button, Group, Modal, Textarea } from '@mantine/core'
import { useState } from 'react'
import { t } from '../../../i18n/t.ts'
import type { NoteRow } from '../../../../../shared/contract/rows.ts'
import { isBlank, MAX_NOTE_LENGTH } from '../../../../../shared/domain/draft.ts'
import { useCommand } from '../../../core/use-command.ts'
import { useUndoNotice } from '../../../shell/UndoNotice/use-undo-notice.tsx'
import { Keys } from '../../../ui/Keys/Keys.tsx'

/** Changes an internal note. A click beside the dialog does not close it: the text would be gone. */
export function NoteEditor({ row, onClose }: { readonly row: NoteRow; readonly onClose: () => void }) {
  const run = useCommand()
  const tell = useUndoNotice()
  const [text, setText] = useState(row.text)
  const savable = !isBlank(text)

  async function save(): Promise<void> {
    if (!savable || !(await run('notes.edit', { note: row.noteId, text, before: row.text }))) return
    if (text !== row.text) tell(t('Note changed'))
    onClose()
  }

  return (
    <Modal opened onClose={onClose} title={t('Edit the internal note')} closeOnClickOutside={false}>
      <Textarea
        data-autofocus
        autosize
        minRows={4}
        maxRows={14}
        maxLength={MAX_NOTE_LENGTH}
        aria-label={t('Internal note')}
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) void save()
        }}
      />
      <Group justify="flex-end" gap={8} mt={12}>
        <Button variant="default" onClick={onClose}>
          {t('Cancel')}
        </Button>
        <Button
          aria-disabled={!savable}
          data-disabled={!savable || undefined}
          rightSection={<Keys keys="$mod+Enter" />}
          aria-label={t('Save')}
          onClick={() => void save()}
        >
          {t('Save')}
        </Button>
      </Group>
    </Modal>
  )
}
