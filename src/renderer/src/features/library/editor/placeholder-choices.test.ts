import { expect, test } from 'vitest'
import { templateProblems } from '../../../../../shared/domain/library/template/problems.ts'
import { placeholderChoices } from './placeholder-choices.ts'

test('everything that is offered can be approved', () => {
  const attributes = ['Order number', 'Größe']
  const choices = placeholderChoices(attributes, [{ shortcut: 'sign', title: 'Signature' }])
  expect(new Set(choices.map(({ id }) => id)).size).toBe(choices.length)
  for (const { source } of choices) {
    const fragments = new Map([['sign', 'Yours']])
    expect(templateProblems(`Text ${source}`, { attributes, fragments }), source).toEqual([])
  }
})
