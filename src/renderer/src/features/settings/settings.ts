import { z } from 'zod'

/** The settings that the console itself knows: name, shape, and what holds until somebody chooses. */
export const schemeSetting = {
  name: 'appearance.scheme',
  shape: z.enum(['system', 'light', 'dark']),
  fallback: 'system'
} as const

export const densitySetting = {
  name: 'appearance.density',
  shape: z.enum(['comfortable', 'compact']),
  fallback: 'comfortable'
} as const

export type Density = z.infer<typeof densitySetting.shape>

export const undoSecondsSetting = { name: 'outbox.undoSeconds', shape: z.number().min(0).max(10), fallback: 5 } as const

export type Scheme = z.infer<typeof schemeSetting.shape>

/** Mantine's word for it. */
export function colorScheme(scheme: Scheme): 'auto' | 'light' | 'dark' {
  return scheme === 'system' ? 'auto' : scheme
}
