/**
 * The simulated X as a process of its own, with the customers of the data set: `node bench/simulated-x.ts CUSTOMERS`.
 * The parent says what they write; limits are wide, so that the console is never told to wait.
 */
import { GENEROUS_LIMITS } from '../src/main/practice/api/rate-limits.ts'
import { startSimulatedX } from '../src/main/practice/server.ts'
import { createWorld } from '../src/main/practice/world.ts'
import type { IncomingEvent } from '../src/main/core/sync/incoming.ts'
import { customerHandle, customerName } from './customers.ts'
import { customerId, generate, OWNER_ID } from './generate.ts'
import type { XOrder, XReady } from './x-process.ts'

const customers = Number(process.argv[2])
const world = createWorld({ brand: { id: OWNER_ID, username: 'acme_help', name: 'Acme Help' } })
for (let index = 0; index < customers; index += 1) {
  world.addUser({ id: customerId(index), username: customerHandle(index), name: customerName(index) })
}
const x = await startSimulatedX({ world, limits: { ...GENEROUS_LIMITS, dm_events: { window: 100_000 } } })

/** Talk as it comes in over a few days: two thousand conversations at once, in bursts, answers of colleagues among it. */
function* talk(): Generator<IncomingEvent, never> {
  for (let seed = 77; ; seed += 1) {
    const days = { end: Date.UTC(2026, 10, 5), days: 4 }
    const some = { messages: 10_000, conversations: Math.min(2_000, customers) }
    for (const page of generate({ ...some, ...days, pageSize: 1_000, seed })) yield* page
  }
}

const coming = talk()

function say(): void {
  const { value } = coming.next()
  world.say(value.senderId ?? OWNER_ID, value.conversationId, value.text)
}

/** Reads of one walk follow each other at once; polls come every few seconds. */
function tellWhenRead(quietMs: number): void {
  let asked = -1
  const timer = setInterval(() => {
    const now = x.requests.filter((request) => request.startsWith('GET /2/dm_events')).length
    if (now === asked) {
      clearInterval(timer)
      process.send?.('done')
    }
    asked = now
  }, quietMs)
}

let flow: ReturnType<typeof setInterval> | undefined
process.on('message', (order: XOrder) => {
  if (order.kind === 'say') {
    for (let index = 0; index < order.messages; index += 1) say()
    process.send?.('done')
  } else if (order.kind === 'flow') {
    clearInterval(flow)
    flow = order.perSecond === 0 ? undefined : setInterval(say, 1000 / order.perSecond)
    process.send?.('done')
  } else {
    tellWhenRead(order.quietMs)
  }
})
process.on('disconnect', () => process.exit())

const { url, clientId, appBearer } = x
process.send?.({ url, clientId, appBearer, ...x.issueTokens() } satisfies XReady)
