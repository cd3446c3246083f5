import { ActionIcon, Tooltip } from '@mantine/core'
import { IconTicket } from '@tabler/icons-react'
import { actionTitle } from '../../../keyboard/actions.ts'
import { useAriaKeys } from '../../../keyboard/keymap-context.ts'
import { KeyTip } from '../../../ui/ActionButton/KeyTip.tsx'

/** Opens the promo codes, for those who have not learned `%` yet. */
export function PromoButton({ onClick }: { readonly onClick: () => void }) {
  const keys = useAriaKeys('promo.insert')
  const title = actionTitle('promo.insert')
  return (
    <Tooltip label={<KeyTip label={title} action="promo.insert" />} position="top">
      <ActionIcon aria-label={title} aria-keyshortcuts={keys} onClick={onClick}>
        <IconTicket size={17} stroke={1.75} />
      </ActionIcon>
    </Tooltip>
  )
}
