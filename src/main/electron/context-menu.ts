import { type ContextMenuParams, Menu, type MenuItemConstructorOptions, type WebContents } from 'electron'
import type { Translate } from '../../shared/i18n/message.ts'

/** What of a click with the right button matters for its menu. */
export type Clicked = Pick<
  ContextMenuParams,
  'isEditable' | 'misspelledWord' | 'dictionarySuggestions' | 'selectionText' | 'editFlags'
>

/** Suggestions for a misspelt word, and what can be done with text; nothing where there is none. */
export function contextMenuTemplate(
  { isEditable, misspelledWord, dictionarySuggestions, selectionText, editFlags }: Clicked,
  steps: { readonly replace: (word: string) => void; readonly learn: (word: string) => void },
  t: Translate
): MenuItemConstructorOptions[] {
  if (!isEditable) return selectionText.trim() === '' ? [] : [{ role: 'copy', label: t('Copy') }]
  const spelling: MenuItemConstructorOptions[] =
    misspelledWord === ''
      ? []
      : [
          ...dictionarySuggestions.slice(0, 5).map((word) => ({ label: word, click: () => steps.replace(word) })),
          ...(dictionarySuggestions.length === 0 ? [{ label: t('No suggestions'), enabled: false }] : []),
          { label: t('Add to dictionary'), click: () => steps.learn(misspelledWord) },
          { type: 'separator' }
        ]
  return [
    ...spelling,
    { role: 'cut', label: t('Cut'), enabled: editFlags.canCut },
    { role: 'copy', label: t('Copy'), enabled: editFlags.canCopy },
    { role: 'paste', label: t('Paste'), enabled: editFlags.canPaste },
    { type: 'separator' },
    { role: 'selectAll', label: t('Select all'), enabled: editFlags.canSelectAll }
  ]
}

/** Electron shows no menu of its own on a click with the right button. */
export function showContextMenus(contents: WebContents, t: Translate): void {
  contents.on('context-menu', (_event, params) => {
    const steps = {
      replace: (word: string) => contents.replaceMisspelling(word),
      learn: (word: string) => void contents.session.addWordToSpellCheckerDictionary(word)
    }
    const template = contextMenuTemplate(params, steps, t)
    if (template.length > 0) Menu.buildFromTemplate(template).popup()
  })
}
