import { ActionIcon, Tooltip } from '@mantine/core'
import { IconArrowMerge } from '@tabler/icons-react'
import { useState } from 'react'
import type { TagRow } from '../../../../../shared/contract/triage-rows.ts'
import { useCommand } from '../../../core/use-command.ts'
import { t } from '../../../i18n/t.ts'
import { useUndoNotice } from '../../../shell/UndoNotice/use-undo-notice.tsx'
import { Picker } from '../../../ui/Picker/Picker.tsx'
import { plainText } from '../../../ui/plain-text.ts'
import { TagDot } from '../TagChips/TagChips.tsx'

export interface MergeTagProps {
  readonly tag: TagRow
  readonly others: readonly TagRow[]
  /** How many carry it. */
  readonly conversations: number
}

/** Makes one tag of two: what becomes of the conversations is said before the other one is chosen. */
export function MergeTag({ tag, others, conversations }: MergeTagProps) {
  const [open, setOpen] = useState(false)
  const run = useCommand()
  const tell = useUndoNotice()
  const name = plainText(tag.name)

  async function merge(into: TagRow | undefined): Promise<void> {
    setOpen(false)
    const done = into === undefined ? null : await run('tags.merge', { tag: tag.id, into: into.id })
    if (!done) return
    tell(
      t('Merged {name} into {other}: {count, plural, one {# conversation} other {# conversations}}', {
        name,
        other: plainText(into?.name ?? ''),
        count: done.result.conversations
      })
    )
  }

  return (
    <>
      <Tooltip label={t('Merge into another tag; can be undone')}>
        <ActionIcon
          aria-label={t('Merge the tag {name} into another', { name })}
          disabled={others.length === 0}
          onClick={() => setOpen(true)}
        >
          <IconArrowMerge size={16} stroke={1.75} />
        </ActionIcon>
      </Tooltip>
      {open ? (
        <Picker
          label={t('Merge {name} into …', { name })}
          placeholder={t('Merge {name} into …', { name })}
          options={others.map((other) => ({
            id: other.id,
            label: plainText(other.name),
            group: other.group,
            icon: <TagDot colour={other.colour} />
          }))}
          nothing={() => t('No other tag is called that.')}
          foot={
            <bdi>
              {t(
                '{count, plural, =0 {No conversation has {name}} one {# conversation with {name} gets the tag you choose} other {# conversations with {name} get the tag you choose}}. Views and rules that name {name} then name that one, and {name} is gone. Undo takes it back.',
                { count: conversations, name }
              )}
            </bdi>
          }
          onPick={(id) => void merge(others.find((other) => other.id === id))}
          onClose={() => setOpen(false)}
        />
      ) : null}
    </>
  )
}
