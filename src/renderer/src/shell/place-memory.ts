import { z } from 'zod'
import { queueIds } from '../../../shared/domain/conversation.ts'
import { draftModes } from '../../../shared/domain/draft.ts'
import { ConversationKey, XId } from '../../../shared/domain/ids.ts'

const KEY = 'backchannel.place'

const PlaceShape = z.object({
  queue: z.enum(queueIds).catch('inbox'),
  /** The saved view that is listed in place of the queue. A search as it was typed is not kept: it may name customers. */
  view: z.string().min(1).max(100).nullable().catch(null),
  account: XId.nullable().catch(null),
  conversation: ConversationKey.nullable().catch(null),
  /** How the open conversation was being written in. */
  mode: z.enum(draftModes).catch('reply'),
  /** How far the list was scrolled, pixels. */
  scroll: z.number().min(0).max(10_000_000).catch(0),
  /** What of the library was listed, in its own words; null: all. What was typed is not kept. */
  library: z.record(z.string(), z.unknown()).nullable().catch(null),
  /** What was reported on, in the reports' own words; null: what is usual. */
  reports: z.record(z.string(), z.unknown()).nullable().catch(null),
  /** What of the feedback was shown, in the board's own words; null: what is usual. */
  feedback: z.record(z.string(), z.unknown()).nullable().catch(null)
})

/** Where somebody was in this window's console, for the next start. */
export type Place = z.infer<typeof PlaceShape>

export const startingPlace: Place = {
  queue: 'inbox',
  view: null,
  account: null,
  conversation: null,
  mode: 'reply',
  scroll: 0,
  library: null,
  reports: null,
  feedback: null
}

/** Which list is shown there. */
export type PlaceList = Pick<Place, 'queue' | 'view' | 'account'>

export function sameList(a: PlaceList, b: PlaceList): boolean {
  return a.queue === b.queue && a.view === b.view && a.account === b.account
}

/** What of a browser's storage is used here. */
export type PlaceStorage = Pick<Storage, 'getItem' | 'setItem'>

/**
 * Remembers where one was, on this device and in this browser: each desk has its own place, while settings are shared by
 * all its windows. A storage that refuses only means that nothing is remembered.
 */
export class PlaceMemory {
  readonly #storage: PlaceStorage | null
  #place: Place

  constructor(storage: PlaceStorage | null) {
    this.#storage = storage
    this.#place = read(storage)
  }

  get place(): Place {
    return this.#place
  }

  remember(change: Partial<Place>): void {
    const next = { ...this.#place, ...change }
    if (JSON.stringify(next) === JSON.stringify(this.#place)) return
    this.#place = next
    try {
      this.#storage?.setItem(KEY, JSON.stringify(next))
    } catch {
      // Full, or forbidden.
    }
  }
}

function read(storage: PlaceStorage | null): Place {
  try {
    const parsed = PlaceShape.safeParse(JSON.parse(storage?.getItem(KEY) ?? '{}'))
    return parsed.success ? parsed.data : startingPlace
  } catch {
    return startingPlace
  }
}
