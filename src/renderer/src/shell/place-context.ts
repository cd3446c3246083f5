import { createContext, useContext } from 'react'
import { PlaceMemory } from './place-memory.ts'

/** In the window of one conversation nothing is remembered: it has its place in its address. */
export const PlaceContext = createContext(new PlaceMemory(null))

export function usePlaceMemory(): PlaceMemory {
  return useContext(PlaceContext)
}
