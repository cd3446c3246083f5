import { t } from '../../i18n/t.ts'
import { useCommand } from '../../core/use-command.ts'
import type { ActionId } from '../../keyboard/actions.ts'
import { isMac } from '../../keyboard/key-labels.ts'
import { type ChosenKeys, KEYS_SETTING, withKeys } from '../../keyboard/keymap.ts'
import { useKeymap } from '../../keyboard/keymap-context.ts'
import { useUndoNotice } from '../../shell/UndoNotice/use-undo-notice.tsx'

export interface ChangeKeys {
  /** Null: the default keys again. */
  readonly change: (action: ActionId, keys: readonly string[] | null) => void
  readonly resetAll: () => void
}

/** Chooses keys, for all windows at once. */
export function useChangeKeys(): ChangeKeys {
  const keymap = useKeymap()
  const run = useCommand()
  const tell = useUndoNotice()
  const store = (chosen: ChosenKeys): Promise<unknown> =>
    run('settings.set', { name: KEYS_SETTING, value: chosen as Record<string, string[]> })
  return {
    change: (action, keys) => void store(withKeys(keymap, action, keys, isMac())),
    resetAll() {
      const before = keymap.chosen
      void store({}).then(() => tell(t('All keys are the usual ones again'), () => void store(before)))
    }
  }
}
