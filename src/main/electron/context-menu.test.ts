import { expect, test, vi } from 'vitest'
import { translatorFor } from '../../shared/i18n/catalogues.ts'
import type { Translate } from '../../shared/i18n/message.ts'
import { type Clicked, contextMenuTemplate } from './context-menu.ts'

vi.mock('electron', () => ({ Menu: {} }))

const editFlags = {
  canUndo: true,
  canRedo: true,
  canCut: true,
  canCopy: true,
  canPaste: true,
  canDelete: true,
  canSelectAll: true,
  canEditRichly: false
}
const plain: Clicked = {
  isEditable: true,
  misspelledWord: '',
  dictionarySuggestions: [],
  selectionText: '',
  editFlags
}
const nothing = { replace: () => undefined, learn: () => undefined }

function words(language: string): Translate {
  const translator = translatorFor(language, [])
  return (message, values) => translator.text(message, values)
}

function items(clicked: Partial<Clicked>, language = 'en'): string[] {
  const template = contextMenuTemplate({ ...plain, ...clicked }, nothing, words(language))
  return template.map((item) => item.label ?? item.role ?? '—')
}

test('a misspelt word has its suggestions first, and can be learned', () => {
  const replaced: string[] = []
  const clicked = { ...plain, misspelledWord: 'parcle', dictionarySuggestions: ['parcel', 'parse'] }
  const steps = {
    replace: (word: string) => replaced.push(word),
    learn: (word: string) => replaced.push(`learned ${word}`)
  }
  const template = contextMenuTemplate(clicked, steps, words('en'))
  expect(template.slice(0, 4).map((item) => item.label ?? item.type)).toEqual([
    'parcel',
    'parse',
    'Add to dictionary',
    'separator'
  ])
  for (const item of template.slice(0, 3)) item.click?.(undefined as never, undefined, undefined as never)
  expect(replaced).toEqual(['parcel', 'parse', 'learned parcle'])
  expect(items({ misspelledWord: 'xqzt' })[0]).toBe('No suggestions')
})

test('text elsewhere can be copied when there is some, and nothing else has a menu', () => {
  expect(items({ isEditable: false, selectionText: 'order' })).toEqual(['Copy'])
  expect(items({ isEditable: false, selectionText: ' ' })).toEqual([])
  expect(items({})).toEqual(['Cut', 'Copy', 'Paste', '—', 'Select all'])
})

test('it speaks the language of the console', () => {
  expect(items({ misspelledWord: 'xqzt' }, 'ar')[0]).toBe('لا اقتراحات')
})
