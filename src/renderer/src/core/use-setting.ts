import type { z } from 'zod'
import { useCommand } from './use-command.ts'
import { useQuery } from './use-query.ts'

/**
 * A setting that the core remembers.
 * @param fallback used while loading, when it was never set, and when what is stored has another shape
 */
export function useSetting<T>(
  name: string,
  shape: z.ZodType<T>,
  fallback: T
): [value: T, set: (value: T) => void, ready: boolean] {
  const settings = useQuery('settings.list', {})
  const run = useCommand()
  const parsed = shape.safeParse(settings.rows.find((row) => row.id === name)?.value)
  const set = (value: T): void => void run('settings.set', { name, value: value as never })
  return [parsed.success ? parsed.data : fallback, set, settings.status !== 'loading']
}
