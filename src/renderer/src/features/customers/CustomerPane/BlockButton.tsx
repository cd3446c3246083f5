import { Button, Tooltip } from '@mantine/core'
import { IconBan } from '@tabler/icons-react'
import { t } from '../../../i18n/t.ts'
import type { CustomerProfile } from '../../../../../shared/contract/rows.ts'
import { KeyTip } from '../../../ui/ActionButton/KeyTip.tsx'
import { plainText } from '../../../ui/plain-text.ts'
import { useBlock } from '../use-block.ts'

export interface BlockButtonProps {
  readonly account: string
  readonly person: CustomerProfile
  /** Whether the key does the same: for the customer of the open conversation. */
  readonly withKey: boolean
}

/** Stops somebody's messages, or takes them again. */
export function BlockButton({ account, person, withKey }: BlockButtonProps) {
  const block = useBlock()
  const { blocked } = person.block
  const label = blocked ? t('Unblock messages') : t('Block messages')
  const name = plainText(person.name)
  return (
    <Tooltip
      label={<KeyTip label={label} action={withKey ? 'conversation.block' : undefined} />}
      position="bottom-start"
    >
      <Button
        variant="default"
        size="compact-sm"
        leftSection={<IconBan size={14} aria-hidden="true" />}
        aria-label={blocked ? t('Unblock messages of {name}', { name }) : t('Block messages of {name}', { name })}
        onClick={() => void block({ account, user: person.id, name: person.name, blocked })}
      >
        {blocked ? t('Unblock') : t('Block')}
      </Button>
    </Tooltip>
  )
}
