import { IconKeyboard } from '@tabler/icons-react'
import type { QuickKey } from '../../../../../shared/domain/library/quick-key.ts'
import { t } from '../../../i18n/t.ts'
import { isMac, keyText } from '../../../keyboard/key-labels.ts'
import { useKeys } from '../../../keyboard/keymap-context.ts'
import { quickKeyActions } from '../../../keyboard/quick-key-actions.ts'
import { formatCount } from '../../../ui/count.ts'
import classes from './QuickKeyMark.module.css'

/** Says with which key a reply is inserted, in little room; the whole key on a hover. */
export function QuickKeyMark({ quickKey }: { readonly quickKey: QuickKey }) {
  const [keys] = useKeys(quickKeyActions[quickKey])
  const words =
    keys === undefined
      ? t('Quick key {key, number}', { key: quickKey })
      : t('Quick key {key, number}: {keys}', { key: quickKey, keys: keyText(keys, isMac()) })
  return (
    <span className={classes.root} role="img" aria-label={words} title={words}>
      <IconKeyboard size={13} stroke={1.75} aria-hidden="true" />
      {formatCount(quickKey)}
    </span>
  )
}
