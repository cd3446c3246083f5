import { expect, test } from 'vitest'
import { desktopLanguage } from './desktop-language.ts'

test('the desktop speaks the language of the system until one is chosen, and then at once', () => {
  const stored: Record<string, unknown> = {}
  const { settings, t, onChange } = desktopLanguage(
    { all: () => ({ ...stored }), set: (name, value) => void (stored[name] = value) },
    ['de-DE', 'en-GB']
  )
  const heard: string[] = []
  onChange(() => heard.push(t('Language')))
  expect(t('Language')).toBe('Language')
  settings.set('appearance.scheme', 'dark')
  expect(heard).toEqual([])
  settings.set('appearance.language', 'ar')
  expect(heard).toEqual(['اللغة'])
  expect(stored).toEqual({ 'appearance.scheme': 'dark', 'appearance.language': 'ar' })
})
