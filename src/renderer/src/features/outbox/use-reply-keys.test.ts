import { expect, test } from 'vitest'
import type { OutboxState } from '../../../../shared/domain/message.ts'
import { keyedReply } from './use-reply-keys.ts'

const reply = (id: string, state: OutboxState) => ({
  id,
  state,
  reason: null,
  heldUntil: null,
  scheduledAt: null,
  changes: [],
  asks: null
})

test('the keys act on what needs an eye, the oldest first, else on the newest that waits', () => {
  expect(keyedReply([])).toBeNull()
  expect(keyedReply([reply('a', 'sending'), reply('b', 'unknown')])).toBeNull()
  expect(keyedReply([reply('a', 'held'), reply('b', 'queued'), reply('c', 'sending')])?.id).toBe('b')
  expect(keyedReply([reply('a', 'held'), reply('b', 'failed'), reply('c', 'needs-attention')])?.id).toBe('b')
})
