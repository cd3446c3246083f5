import { stored, t } from '../../i18n/t.ts'
import { notifications } from '@mantine/notifications'
import { useState } from 'react'
import { useCommand } from '../../core/use-command.ts'
import { useQuery } from '../../core/use-query.ts'
import { Picker } from '../../ui/Picker/Picker.tsx'
import { plainText } from '../../ui/plain-text.ts'
import { formatAgo, formatExact } from '../../ui/time.ts'
import { useNavigation } from '../navigation-context.ts'

/** What can be taken back, the newest first; choosing an older one takes back what came after it, too. */
export function UndoHistory({ onClose }: { readonly onClose: () => void }) {
  const run = useCommand()
  const { go } = useNavigation()
  const { rows } = useQuery('undo.list', {})
  const [now] = useState(Date.now)

  async function undo(id: string): Promise<void> {
    onClose()
    const done = await run('undo.run', { through: id })
    if (!done) return
    const { count, conversations } = done.result
    const [conversation] = conversations
    if (conversation !== undefined) go({ to: 'conversation', conversation })
    notifications.hide('undo-notice')
    notifications.show({
      message:
        count === 0
          ? t('That was undone already.')
          : t('Undone: {count, plural, one {# step} other {# steps}}', { count })
    })
  }

  return (
    <Picker
      label={t('Undo history')}
      placeholder={t('Undo back to…')}
      options={rows.map((row, at) => ({
        id: row.id,
        label:
          row.conversations === 0
            ? stored(row.label)
            : t('{what}: {whom}', { what: stored(row.label), whom: about(row.conversations, row.title) }),
        hint: formatAgo(row.at, now),
        exact: formatExact(row.at),
        ...(at === 0 ? { group: t('The newest') } : { group: t('Undoes all that is newer, too') })
      }))}
      nothing={(typed) =>
        typed === ''
          ? t('There is nothing to undo. What you do is kept here for 7 days.')
          : t('Nothing fits “{typed}”.', { typed })
      }
      onPick={(id) => void undo(id)}
      onClose={onClose}
    />
  )
}

function about(conversations: number, title: string | null): string {
  return conversations === 1 && title !== null
    ? plainText(title)
    : t('{count, plural, one {# conversation} other {# conversations}}', { count: conversations })
}
