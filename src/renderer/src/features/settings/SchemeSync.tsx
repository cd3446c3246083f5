import { useMantineColorScheme } from '@mantine/core'
import { useEffect } from 'react'
import { useSetting } from '../../core/use-setting.ts'
import { colorScheme, schemeSetting } from './settings.ts'

/** Keeps the colours as the core remembers them; Mantine's own memory only serves the very first paint. */
export function SchemeSync() {
  const [scheme, , ready] = useSetting(schemeSetting.name, schemeSetting.shape, schemeSetting.fallback)
  const { setColorScheme } = useMantineColorScheme()
  useEffect(() => {
    if (ready) setColorScheme(colorScheme(scheme))
  }, [ready, scheme, setColorScheme])
  return null
}
