import { expect, test } from 'vitest'
import { newForm } from './reply-form.ts'
import { isNew, newId, Unsaved, withUnsaved } from './unsaved.ts'

test('forms of several replies are kept side by side', () => {
  const id = newId()
  const form = { ...newForm('reply'), title: 'Half' }
  const kept = withUnsaved(withUnsaved({}, id, form), 'other', newForm('fragment'))
  expect(Unsaved.parse(JSON.parse(JSON.stringify(kept)))).toEqual(kept)
  expect(withUnsaved(kept, 'other', null)).toEqual({ [id]: form })
  expect(isNew(id)).toBe(true)
  expect(isNew('01890a5d-ac96-774b-bcce-b302099a8057')).toBe(false)
})
