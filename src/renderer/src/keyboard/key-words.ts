import { assertNever } from '../../../shared/assert-never.ts'
import { type ActionId, actionIds, actionOf, actionTitle, groupTitle } from './actions.ts'
import { t } from '../i18n/t.ts'
import { keyText } from './key-labels.ts'
import type { Keymap, KeymapProblem } from './keymap.ts'
import type { KeyObjection } from './reserved-keys.ts'

/**
 * The actions whose title or keys have all the words that were typed.
 * @param details what else is said of an action
 */
export function findActions(
  text: string,
  keymap: Pick<Keymap, 'keys'>,
  mac: boolean,
  details: ReadonlyMap<ActionId, string> = new Map()
): readonly ActionId[] {
  const words = text.toLowerCase().split(/\s+/).filter(Boolean)
  if (words.length === 0) return actionIds
  return actionIds.filter((id) => {
    const where = [
      actionTitle(id),
      groupTitle(actionOf(id).group),
      details.get(id) ?? '',
      ...keymap.keys[id].map((keys) => keyText(keys, mac))
    ]
      .join(' ')
      .toLowerCase()
    return words.every((word) => where.includes(word))
  })
}

/** What was wrong with the stored keys, for people. */
export function problemWords(problem: KeymapProblem, mac: boolean): string {
  switch (problem.kind) {
    case 'unreadable':
      return t('The stored keys cannot be read. All keys are the usual ones.')
    case 'unknown-action':
      return t('A key was chosen for “{action}”, which this version does not know.', { action: problem.action })
    case 'no-key':
      return problem.keys === ''
        ? t('What is stored for “{action}” are no keys.', { action: actionTitle(problem.action) })
        : t('“{keys}” is no key. It was chosen for “{action}”.', {
            keys: problem.keys,
            action: actionTitle(problem.action)
          })
    case 'taken':
      return t('“{action}” has lost {key} to “{other}”.', {
        action: actionTitle(problem.action),
        key: keyText(problem.keys, mac),
        other: actionTitle(problem.by)
      })
    default:
      return assertNever(problem)
  }
}

/** Why a key cannot be had. */
export function objectionWords(objection: KeyObjection, press: string, mac: boolean): string {
  const key = keyText(press, mac)
  switch (objection) {
    case 'browser':
      return t('{key} never arrives here: the browser takes it. Try another key.', { key })
    case 'system':
      return t('{key} belongs to the system. Try another key.', { key })
    case 'editing':
      return t('{key} is needed in text fields. Try another key.', { key })
    case 'moving':
      return t('{key} leads through the window. Try another key.', { key })
    default:
      return assertNever(objection)
  }
}

/** Whose key it is: `“Inbox”`, `“Inbox” and “Unread”`, `“Inbox”, “Unread” and 9 more`. */
export function clashWords(ids: readonly ActionId[]): string {
  const [first, second, ...more] = ids.map(actionTitle)
  if (first === undefined) return ''
  if (second === undefined) return t('“{first}”', { first })
  if (more.length === 0) return t('“{first}” and “{second}”', { first, second })
  return t('“{first}”, “{second}” and {count, number} more', { first, second, count: more.length })
}
