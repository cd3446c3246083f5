import { type RefObject, useLayoutEffect, useRef, useState } from 'react'
import type { VListHandle } from 'virtua'
import { usePlaceMemory } from '../../shell/place-context.ts'
import { type PlaceList, sameList } from '../../shell/place-memory.ts'

/** How far the list was scrolled when the console was left; 0 in another one. Pixels. @param list null: none that is remembered */
export function useRememberedScroll(list: PlaceList | null): number {
  const memory = usePlaceMemory()
  const [scroll] = useState(() => (list !== null && sameList(memory.place, list) ? memory.place.scroll : 0))
  return scroll
}

export interface ListScroll {
  /** False until the list is back where it was. */
  readonly restored: () => boolean
  readonly scrolled: (offset: number) => void
}

/** Brings the list back to where it was at the last start, and remembers where it is. */
export function useListScroll(
  list: RefObject<VListHandle | null>,
  start: number,
  count: number,
  remembered: boolean
): ListScroll {
  const memory = usePlaceMemory()
  const restored = useRef(start === 0)
  useLayoutEffect(() => {
    if (restored.current || count === 0) return
    restored.current = true
    list.current?.scrollTo(start)
  }, [list, start, count])
  return {
    restored: () => restored.current,
    scrolled(offset) {
      if (restored.current && remembered) memory.remember({ scroll: Math.max(0, Math.round(offset)) })
    }
  }
}
