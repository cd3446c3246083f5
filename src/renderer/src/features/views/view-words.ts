import { t } from '../../i18n/t.ts'
import { viewSlots } from '../../../../shared/domain/view.ts'
import type { ActionId } from '../../keyboard/actions.ts'
import { keyText } from '../../keyboard/key-labels.ts'
import type { Keymap } from '../../keyboard/keymap.ts'
import type { ViewSlot } from './use-view-steps.ts'

/** The action that opens the view with a number. */
export function slotAction(slot: number): ActionId {
  return `go.view${slot as ViewSlot}`
}

/**
 * @param fresh for a view that is not saved yet: it gets the next free number by itself
 * @param keys the keys as they are now
 */
export function slotChoices(
  fresh: boolean,
  keys: Keymap['keys'],
  mac: boolean
): { readonly value: string; readonly label: string }[] {
  const label = (slot: number): string => {
    const [first] = keys[slotAction(slot)]
    return first === undefined ? t('{slot}, which has no key', { slot: String(slot) }) : keyText(first, mac)
  }
  return [
    ...(fresh ? [{ value: 'free', label: t('The next free one') }] : []),
    ...viewSlots.map((slot) => ({ value: String(slot), label: label(slot) })),
    { value: 'none', label: t('None') }
  ]
}
