import { Button } from '@mantine/core'
import { IconLock } from '@tabler/icons-react'
import { type Message, msg } from '../../../../shared/i18n/message.ts'
import { t } from '../../i18n/t.ts'
import type { ErrorCode } from '../../../../shared/contract/errors.ts'
import { coreSentence } from '../../core/error-words.ts'
import { useCore } from '../../core/core-context.ts'
import { EmptyState } from '../../ui/EmptyState/EmptyState.tsx'

const titles: Partial<Record<ErrorCode, Message>> = {
  'data-folder-in-use': msg('Backchannel is already open'),
  'newer-database': msg('This data is from a newer Backchannel'),
  'wrong-key': msg('The data cannot be unlocked'),
  protocol: msg('This window is out of date')
}

/** What the window shows when there is no core to talk to and waiting does not help. */
export function FatalScreen() {
  const { client } = useCore()
  const fatal = client.fatal
  return (
    <main style={{ height: '100%' }} role="alert">
      <EmptyState
        icon={<IconLock size={32} stroke={1.5} />}
        title={t((fatal && titles[fatal.code]) ?? msg('Backchannel could not start'))}
        actions={<Button onClick={() => location.reload()}>{t('Try again')}</Button>}
      >
        {fatal ? coreSentence(fatal) : null}
      </EmptyState>
    </main>
  )
}
