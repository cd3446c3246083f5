import type { OutboxRow } from '../../../shared/contract/rows.ts'
import type { TestCore } from './create-test-core.ts'

/** X's path for every kind of send. */
export const SEND = /\/messages$/

export function outbox(core: TestCore): Promise<readonly OutboxRow[]> {
  return core.client.ask('outbox.list', { open: false })
}

export async function stateOf(core: TestCore, id: string): Promise<string | undefined> {
  return (await outbox(core)).find((row) => row.id === id)?.state
}

/** What X has got through the API, oldest first. */
export function sentTexts(core: TestCore): string[] {
  return core.world.sent.map((event) => event.text)
}

/** A new customer whose first message has been read. */
export async function withCustomer(core: TestCore, text = 'Where is my order?'): Promise<{ id: string; key: string }> {
  const customer = core.customer()
  core.say(customer, text)
  await core.round()
  return { id: customer.id, key: core.keyOf(customer) }
}

/** The same where the core reads by itself. */
export async function withCustomerInBackground(core: TestCore): Promise<{ id: string; key: string }> {
  const customer = core.customer()
  core.say(customer, 'hello')
  await core.client.run('sync.now', {})
  const key = core.keyOf(customer)
  const window = { at: 'newest' as const, older: 9 }
  await core.until('thread.messages', { conversation: key, window }, (rows) => rows.length > 0)
  return { id: customer.id, key }
}
