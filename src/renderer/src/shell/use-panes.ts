import { useViewportSize } from '@mantine/hooks'
import { useState } from 'react'
import { z } from 'zod'
import { useSetting } from '../core/use-setting.ts'
import { layOutPanes, type PaneLayout, type PanePreferences, startingPanes } from './pane-layout.ts'

const shape = z.object({
  queues: z.number(),
  list: z.number(),
  customer: z.number(),
  hideQueues: z.boolean(),
  hideCustomer: z.boolean()
})

export interface Panes {
  readonly layout: PaneLayout
  readonly wish: PanePreferences
  /** Whether the window has room for the queues, when they are wanted. */
  readonly queuesFit: boolean
  /** While dragging: shown, not yet remembered. */
  readonly preview: (change: Partial<PanePreferences>) => void
  readonly commit: (change: Partial<PanePreferences>) => void
}

/** The widths of the panes, fitted into the window and remembered by the core. */
export function usePanes(): Panes {
  const viewport = useViewportSize()
  const [stored, store] = useSetting('console.panes', shape, startingPanes)
  const [change, setChange] = useState<Partial<PanePreferences>>({})
  const wish = { ...stored, ...change }
  const width = viewport.width === 0 ? window.innerWidth : viewport.width
  return {
    layout: layOutPanes(width, wish),
    wish,
    queuesFit: layOutPanes(width, { ...wish, hideQueues: false }).queues > 0,
    preview: (part) => setChange((before) => ({ ...before, ...part })),
    commit: (part) => {
      setChange((before) => ({ ...before, ...part }))
      store({ ...wish, ...part })
    }
  }
}
