import { z } from 'zod'
import type { PracticeClock } from '../deps.ts'

/** X's prices in USD (x-api.md section 5). */
export const PRICES = { event: 0.01, user: 0.01, send: 0.015, delete: 0.01 } as const
export type BilledKind = keyof typeof PRICES

/** What X would have charged. `usd` is rounded to tenths of a cent; `events` and `users` are charged reads. */
export interface Bill {
  readonly usd: number
  readonly events: number
  readonly users: number
  readonly sends: number
  readonly deletes: number
  /** Every read of an event, also those that were free because they were paid for earlier that UTC day. */
  readonly eventReads: number
  readonly byDay: Readonly<Record<string, number>>
}

const LedgerSchema = z.object({
  days: z.record(z.string(), z.object({ reads: z.array(z.string()), sends: z.number(), deletes: z.number() })),
  eventReads: z.number()
})
export type LedgerSnapshot = z.infer<typeof LedgerSchema>

export interface Ledger {
  /** Charges one read; the same resource is charged once per UTC day. */
  read(kind: 'event' | 'user', id: string): void
  action(kind: 'send' | 'delete'): void
  bill(): Bill
  snapshot(): LedgerSnapshot
  restore(json: unknown): void
}

interface Day {
  readonly reads: Set<string>
  sends: number
  deletes: number
}

export function createLedger(clock: PracticeClock, changed: () => void = () => undefined): Ledger {
  const days = new Map<string, Day>()
  let eventReads = 0

  const today = (): Day => {
    const key = new Date(clock.now()).toISOString().slice(0, 10)
    const known = days.get(key)
    if (known !== undefined) return known
    const day: Day = { reads: new Set(), sends: 0, deletes: 0 }
    days.set(key, day)
    return day
  }

  return {
    read(kind, id) {
      if (kind === 'event') eventReads += 1
      today().reads.add(`${kind} ${id}`)
      changed()
    },
    action(kind) {
      if (kind === 'send') today().sends += 1
      else today().deletes += 1
      changed()
    },
    bill() {
      const counts = { events: 0, users: 0, sends: 0, deletes: 0 }
      const byDay: Record<string, number> = {}
      for (const [key, day] of days) {
        const events = [...day.reads].filter((read) => read.startsWith('event ')).length
        const users = day.reads.size - events
        counts.events += events
        counts.users += users
        counts.sends += day.sends
        counts.deletes += day.deletes
        byDay[key] = dollars(
          events * PRICES.event + users * PRICES.user + day.sends * PRICES.send + day.deletes * PRICES.delete
        )
      }
      const usd = dollars(Object.values(byDay).reduce((sum, day) => sum + day, 0))
      return { usd, ...counts, eventReads, byDay }
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
