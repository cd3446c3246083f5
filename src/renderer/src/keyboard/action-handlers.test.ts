import { expect, test } from 'vitest'
import { ActionHandlers } from './action-handlers.ts'

test('the handler registered last carries the action out, and the one before when it is gone', () => {
  const handlers = new ActionHandlers()
  const ran: string[] = []
  expect(handlers.run('window.undo')).toBe(false)
  expect(handlers.can('window.undo')).toBe(false)
  handlers.register('window.undo', () => ran.push('frame'))
  const leave = handlers.register('window.undo', () => ran.push('thread'))
  handlers.run('window.undo')
  leave()
  expect(handlers.can('window.undo')).toBe(true)
  expect(handlers.run('window.undo')).toBe(true)
  expect(ran).toEqual(['thread', 'frame'])
})
