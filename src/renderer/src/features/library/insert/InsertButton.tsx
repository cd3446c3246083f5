import { ActionIcon, Tooltip } from '@mantine/core'
import { IconBooks } from '@tabler/icons-react'
import { actionTitle } from '../../../keyboard/actions.ts'
import { useAriaKeys } from '../../../keyboard/keymap-context.ts'
import { KeyTip } from '../../../ui/ActionButton/KeyTip.tsx'

/** Opens the canned replies, for those who have not learned `/` yet. */
export function InsertButton({ onClick }: { readonly onClick: () => void }) {
  const keys = useAriaKeys('canned.insert')
  const title = actionTitle('canned.insert')
  return (
    <Tooltip label={<KeyTip label={title} action="canned.insert" />} position="top">
      <ActionIcon aria-label={title} aria-keyshortcuts={keys} onClick={onClick}>
        <IconBooks size={17} stroke={1.75} />
      </ActionIcon>
    </Tooltip>
  )
}
