import { z } from 'zod'
import type { PracticeClock } from '../deps.ts'

/** X's prices in USD (x-api.md section 5). */
const PRICES = { event: 0.01, user: 0.01, send: 0.015, delete: 0.01, privacy: 0.01, delivery: 0.01 } as const

/** What X would have charged. `usd` is rounded to tenths of a cent; `events` and `users` are charged reads. */
export interface Bill {
  readonly usd: number
  readonly events: number
  readonly users: number
  readonly sends: number
  readonly deletes: number
  /** Blocking and unblocking somebody's messages. */
  readonly privacy: number
  /** What the Activity stream delivered for money: received messages, plain and encrypted. */
  readonly deliveries: number
  /** Every read of an event, also those that were free because they were paid for earlier that UTC day. */
  readonly eventReads: number
  readonly byDay: Readonly<Record<string, number>>
}

const DaySchema = z.object({
  /** What was charged that day; emptied when the day is over. */
  reads: z.array(z.string()),
  events: z.number(),
  users: z.number(),
  sends: z.number(),
  deletes: z.number(),
  privacy: z.number().default(0),
  deliveries: z.number().default(0)
})
const LedgerSchema = z.object({ days: z.record(z.string(), DaySchema), eventReads: z.number() })
type LedgerSnapshot = z.infer<typeof LedgerSchema>

export interface Ledger {
  /** Charges one read; the same resource is charged once per UTC day. */
  read(kind: 'event' | 'user', id: string): void
  action(kind: 'send' | 'delete' | 'privacy' | 'delivery'): void
  bill(): Bill
  snapshot(): LedgerSnapshot
  restore(json: unknown): void
}

interface Day {
  readonly reads: Set<string>
  events: number
  users: number
  sends: number
  deletes: number
  privacy: number
  deliveries: number
}

export function createLedger(clock: PracticeClock, changed: () => void = () => undefined): Ledger {
  const days = new Map<string, Day>()
  let eventReads = 0

  const today = (): Day => {
    const key = new Date(clock.now()).toISOString().slice(0, 10)
    const known = days.get(key)
    if (known !== undefined) return known
    for (const past of days.values()) past.reads.clear()
    const day: Day = { reads: new Set(), events: 0, users: 0, sends: 0, deletes: 0, privacy: 0, deliveries: 0 }
    days.set(key, day)
    return day
  }
  const costOf = (day: Day): number =>
    day.events * PRICES.event +
    day.users * PRICES.user +
    day.sends * PRICES.send +
    day.deletes * PRICES.delete +
    day.privacy * PRICES.privacy +
    day.deliveries * PRICES.delivery

  return {
    read(kind, id) {
      if (kind === 'event') eventReads += 1
      const day = today()
      const key = `${kind} ${id}`
      if (day.reads.has(key)) return
      day.reads.add(key)
      if (kind === 'event') day.events += 1
      else day.users += 1
      changed()
    },
    action(kind) {
      if (kind === 'send') today().sends += 1
      else if (kind === 'delete') today().deletes += 1
      else if (kind === 'privacy') today().privacy += 1
      else today().deliveries += 1
      changed()
    },
    bill() {
      const sum = { usd: 0, events: 0, users: 0, sends: 0, deletes: 0, privacy: 0, deliveries: 0 }
      const byDay: Record<string, number> = {}
      for (const [key, day] of days) {
        sum.events += day.events
        sum.users += day.users
        sum.sends += day.sends
        sum.deletes += day.deletes
        sum.privacy += day.privacy
        sum.deliveries += day.deliveries
        sum.usd += costOf(day)
        byDay[key] = dollars(costOf(day))
      }
      return { ...sum, usd: dollars(sum.usd), eventReads, byDay }
    },
    snapshot: () => ({
      days: Object.fromEntries([...days].map(([key, day]) => [key, { ...day, reads: [...day.reads] }])),
      eventReads
    }),
    restore(json) {
      const saved = LedgerSchema.parse(json)
      days.clear()
      for (const [key, day] of Object.entries(saved.days)) days.set(key, { ...day, reads: new Set(day.reads) })
      eventReads = saved.eventReads
    }
  }
}

function dollars(amount: number): number {
  return Math.round(amount * 1000) / 1000
}
