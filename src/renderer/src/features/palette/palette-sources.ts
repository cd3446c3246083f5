import { createContext, useContext, useEffect, useEffectEvent } from 'react'
import type { PaletteSource } from './palette-source.ts'

/** The sources that are there now, in the order in which they came. */
class PaletteSources {
  readonly #sources = new Map<string, PaletteSource>()

  add(source: PaletteSource): () => void {
    this.#sources.set(source.id, source)
    return () => {
      if (this.#sources.get(source.id) === source) this.#sources.delete(source.id)
    }
  }

  all(): readonly PaletteSource[] {
    return [...this.#sources.values()]
  }
}

export const PaletteSourcesContext = createContext(new PaletteSources())

/** Offers items in the command palette while the component is mounted. */
export function usePaletteSource({ id, title, prefix, search }: PaletteSource): void {
  const sources = useContext(PaletteSourcesContext)
  const latest = useEffectEvent(search)
  useEffect(
    () => sources.add({ id, title, ...(prefix === undefined ? {} : { prefix }), search: (text) => latest(text) }),
    [sources, id, title, prefix]
  )
}
