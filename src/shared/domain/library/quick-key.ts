import { z } from 'zod'

/** The quick keys there are: so many digits can be pressed. */
export const quickKeys = [1, 2, 3, 4, 5, 6, 7, 8, 9] as const

export type QuickKey = (typeof quickKeys)[number]

export const QuickKey = z.literal(quickKeys)
