import { Button } from '@mantine/core'
import { IconLock } from '@tabler/icons-react'
import type { ErrorCode } from '../../../../shared/contract/errors.ts'
import { useCore } from '../../core/core-context.ts'
import { EmptyState } from '../../ui/EmptyState/EmptyState.tsx'

const titles: Partial<Record<ErrorCode, string>> = {
  'data-folder-in-use': 'Backchannel is already open',
  'newer-database': 'This data is from a newer Backchannel',
  'wrong-key': 'The data cannot be unlocked',
  protocol: 'This window is out of date'
}

/** What the window shows when there is no core to talk to and waiting does not help. */
export function FatalScreen() {
  const { client } = useCore()
  const fatal = client.fatal
  return (
    <main style={{ height: '100%' }} role="alert">
      <EmptyState
        icon={<IconLock size={32} stroke={1.5} />}
        title={(fatal && titles[fatal.code]) ?? 'Backchannel could not start'}
        actions={<Button onClick={() => location.reload()}>Try again</Button>}
      >
        {fatal?.message}
      </EmptyState>
    </main>
  )
}
