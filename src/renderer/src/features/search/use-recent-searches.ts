import { z } from 'zod'
import { useSetting } from '../../core/use-setting.ts'

const MOST_RECENT = 8
const shape = z.array(z.string())

export interface RecentSearches {
  /** The newest first. */
  readonly texts: readonly string[]
  readonly remember: (text: string) => void
  readonly forget: () => void
}

/** What was searched for and led somewhere, on this desk. */
export function useRecentSearches(): RecentSearches {
  const [texts, store] = useSetting('search.recent', shape, [])
  return {
    texts,
    remember(text) {
      const searched = text.trim()
      if (searched !== '' && texts[0] !== searched) {
        store([searched, ...texts.filter((one) => one !== searched)].slice(0, MOST_RECENT))
      }
    },
    forget: () => store([])
  }
}
