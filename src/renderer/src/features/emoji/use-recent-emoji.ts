import { z } from 'zod'
import { useSetting } from '../../core/use-setting.ts'
import { withRecent } from './emoji.ts'

const shape = z.array(z.string().min(1).max(40)).max(50)

/** The emoji that were used last at this desk. */
export function useRecentEmoji(): [recent: readonly string[], use: (emoji: string) => void] {
  const [recent, setRecent] = useSetting<string[]>('composer.recentEmoji', shape, [])
  return [recent, (emoji) => recent[0] === emoji || setRecent(withRecent(recent, emoji))]
}
