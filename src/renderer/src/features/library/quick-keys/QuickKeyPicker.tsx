import { type QuickKey, quickKeys } from '../../../../../shared/domain/library/quick-key.ts'
import { useQuery } from '../../../core/use-query.ts'
import { t } from '../../../i18n/t.ts'
import { isMac, keyText } from '../../../keyboard/key-labels.ts'
import { useKeymap } from '../../../keyboard/keymap-context.ts'
import { quickKeyActions } from '../../../keyboard/quick-key-actions.ts'
import { Picker } from '../../../ui/Picker/Picker.tsx'
import type { PickerOption } from '../../../ui/Picker/PickerBody.tsx'
import { plainText } from '../../../ui/plain-text.ts'

export interface QuickKeyPickerProps {
  /** Id of the reply that gets it. */
  readonly reply: string
  readonly onPick: (key: QuickKey | null) => void
  readonly onClose: () => void
}

const NONE = 'none'

/** Which of the nine keys inserts a reply, and what each inserts now. */
export function QuickKeyPicker({ reply, onPick, onClose }: QuickKeyPickerProps) {
  const { rows } = useQuery('library.quickKeys', {})
  const keymap = useKeymap()
  const has = rows.some((row) => row.reply === reply)
  const options = quickKeys.map((key): PickerOption => {
    const row = rows.find((one) => one.key === key)
    const [keys] = keymap.keys[quickKeyActions[key]]
    const label = t('Quick key {key, number}', { key })
    return {
      id: String(key),
      label: keys === undefined ? label : `${label} · ${keyText(keys, isMac())}`,
      checked: row?.reply === reply,
      ...(row === undefined || row.reply === reply ? {} : { hint: plainText(row.title ?? t('(deleted)')) })
    }
  })
  return (
    <Picker
      label={t('Give it a quick key')}
      placeholder={t('Type a digit')}
      options={has ? [...options, { id: NONE, label: t('No quick key') }] : options}
      nothing={() => t('There are nine quick keys. Type a digit from 1 to 9.')}
      foot={t('Your own: each in the team has nine. A key that is in use moves here.')}
      onPick={(id) => onPick(quickKeys.find((key) => String(key) === id) ?? null)}
      onClose={onClose}
    />
  )
}
