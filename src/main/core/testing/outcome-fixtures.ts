import type { CannedFixRow } from '../../../shared/contract/library-rows.ts'
import type { TestCore } from './create-test-core.ts'
import { detailOf } from './library-fixtures.ts'

const MINUTE = 60_000

export interface SendOptions {
  readonly waited?: number
  readonly text?: (inserted: string) => string
  /** The reply as it was inserted. */
  readonly filled?: string
  readonly hold?: boolean
}

export interface Sent {
  readonly customer: ReturnType<TestCore['customer']>
  readonly conversation: string
  readonly outboxId: string
}

/** A customer asks, and gets the reply as it is or as it was changed. */
export async function sends(
  core: TestCore,
  reply: string,
  { waited = 10 * MINUTE, text, filled, hold = false }: SendOptions = {}
): Promise<Sent> {
  const customer = core.customer()
  core.say(customer, 'Where is my money?')
  await core.round()
  core.clock.advance(waited)
  const conversation = core.keyOf(customer)
  const { approved } = await detailOf(core, reply)
  const inserted = filled ?? approved?.content.body ?? ''
  const { outboxId } = await core.client.run('thread.reply', {
    conversation,
    text: text === undefined ? inserted : text(inserted),
    hold,
    canned: [{ reply, version: approved?.id ?? '', text: inserted }]
  })
  await core.round()
  return { customer, conversation, outboxId }
}

/** What is proposed now. */
export function fixes(core: TestCore): Promise<readonly CannedFixRow[]> {
  return core.client.ask('library.fixes', {})
}

/** As a window takes or declines it. */
export function asInput({ reply, version, language, from, to, put }: CannedFixRow) {
  return { reply, version, language: language ?? '', from, to, put }
}
