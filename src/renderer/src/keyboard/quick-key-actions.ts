import type { QuickKey } from '../../../shared/domain/library/quick-key.ts'
import type { ActionId } from './actions.ts'

/** What a quick key does. */
export const quickKeyActions: Readonly<Record<QuickKey, ActionId>> = {
  1: 'quick.reply1',
  2: 'quick.reply2',
  3: 'quick.reply3',
  4: 'quick.reply4',
  5: 'quick.reply5',
  6: 'quick.reply6',
  7: 'quick.reply7',
  8: 'quick.reply8',
  9: 'quick.reply9'
}
