import type { SettingsStore } from '../deps.ts'

const MEGABYTE = 1024 * 1024
const DEFAULT_MEGABYTES = 2_048
const LEAST_MEGABYTES = 100
const MOST_MEGABYTES = 200_000

/** How many bytes of pictures, clips and faces may lie on this disk. A value nobody could have chosen counts as the default. */
export function mediaCeiling(settings: SettingsStore): number {
  const chosen = settings.all()['media.ceilingMegabytes']
  const valid = typeof chosen === 'number' && chosen >= LEAST_MEGABYTES && chosen <= MOST_MEGABYTES
  return (valid ? chosen : DEFAULT_MEGABYTES) * MEGABYTE
}
