import { Tooltip } from '@mantine/core'
import type { ReactElement } from 'react'
import { type ActionId, actionTitle } from '../../keyboard/actions.ts'
import { KeyTip } from './KeyTip.tsx'

/** A tooltip with the key of an action, for buttons that have words of their own. */
export function KeyedTip({ action, children }: { readonly action: ActionId; readonly children: ReactElement }) {
  return <Tooltip label={<KeyTip label={actionTitle(action)} action={action} />}>{children}</Tooltip>
}
