import { useSetting } from '../../core/use-setting.ts'
import { type Density, densitySetting } from './settings.ts'

/** How much room a row of the list takes, and the way to change it. */
export function useDensity(): [density: Density, set: (density: Density) => void] {
  const [density, set] = useSetting<Density>(densitySetting.name, densitySetting.shape, densitySetting.fallback)
  return [density, set]
}
