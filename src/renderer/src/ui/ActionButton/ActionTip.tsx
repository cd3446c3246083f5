import { Tooltip } from '@mantine/core'
import type { ReactElement } from 'react'
import { type ActionId, actionTitle } from '../../keyboard/actions.ts'
import { KeyTip } from './KeyTip.tsx'

/** Shows the key of an action on a button with words of its own. */
export function ActionTip({ action, children }: { readonly action: ActionId; readonly children: ReactElement }) {
  return (
    <Tooltip label={<KeyTip label={actionTitle(action)} action={action} />} position="top">
      {children}
    </Tooltip>
  )
}
